// Starts the Ministry of Justice's components on colleagues' pages. Every page works without it.
const here = document.querySelector('script[data-staff-components]');
const { initAll } = await import(here.dataset.staffComponents);
initAll();
