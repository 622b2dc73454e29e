// Starts the Ministry of Justice's components on colleagues' pages. Every page works without it.
const here = document.querySelector('script[data-staff-components]');
const { initAll } = await import(here.dataset.staffComponents);
initAll();

// A contact's clock, running beside the time it began.
for (const clock of document.querySelectorAll('[data-since]')) {
  const began = new Date(clock.dataset.since);
  const said = clock.textContent;
  const tick = () => {
    const seconds = Math.max(0, Math.floor((Date.now() - began) / 1000));
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((n) => String(n).padStart(2, '0'));
    clock.textContent = `${said} (${parts.slice(seconds < 3600 ? 1 : 0).join(':')})`;
  };
  tick();
  setInterval(tick, 1000);
}
