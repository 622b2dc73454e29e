// Warns two minutes before somebody is signed out for doing nothing, and lets them stay without losing their place.
// Without scripts nothing is lost either: what is sent too late is kept, and is there again after signing in.
const dialog = document.querySelector('[data-cv-time-out]');
const WARN = 120_000;
let warn;
let over;

function begin() {
  clearTimeout(warn);
  clearTimeout(over);
  const whole = Number(dialog.dataset.seconds) * 1000;
  warn = setTimeout(() => dialog.showModal(), whole - WARN);
  over = setTimeout(() => { window.location = dialog.dataset.over; }, whole + 5_000);
}

if (dialog && dialog.showModal) {
  dialog.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target;
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) }).catch(() => null);
    if (answer && answer.status === 204) {
      dialog.close();
      begin();
    } else {
      window.location = dialog.dataset.over;
    }
  });
  begin();
}
