// Starts GOV.UK Frontend's components on every page. Every page works without it.
// Hashed names: the address of the library is told by the script element, as scripts cannot look it up.
const here = document.querySelector('script[data-frontend]');
const { initAll } = await import(here.dataset.frontend);
initAll();
