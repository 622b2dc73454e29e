// Keeps the notes of a contact, or of a step of the six point plan, as they are typed, a moment after the last key. The page's own button does the same without this.
const AFTER = 3000;

for (const notes of document.querySelectorAll('[data-saves-itself]')) {
  const form = notes.querySelector('form');
  const state = notes.querySelector('[role="status"]');
  let timer;
  let kept = new URLSearchParams(new FormData(form)).toString();

  const save = async () => {
    const typed = new URLSearchParams(new FormData(form));
    if (typed.toString() === kept) return;
    try {
      const answer = await fetch(notes.dataset.savesAt ?? form.action, { method: 'POST', body: typed, headers: { Accept: 'application/json' }, keepalive: true });
      if (!answer.ok) throw new Error(String(answer.status));
      kept = typed.toString();
      state.textContent = notes.dataset.savedWords;
    } catch {
      state.textContent = notes.dataset.notSavedWords;
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(save, AFTER);
  });
  form.addEventListener('focusout', save);
  addEventListener('pagehide', save);
}
