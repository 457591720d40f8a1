/**
 * All that the page runs. Without it everything is there: a cell leads to its history below, and the colours are those
 * of the system.
 */
export const SCRIPT = `(() => {
  const root = document.documentElement;
  const button = document.getElementById('theme');
  const names = ['as the system', 'light', 'dark'];
  let place = 0;
  button.hidden = false;
  button.addEventListener('click', () => {
    place = (place + 1) % names.length;
    if (place === 0) root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', names[place]);
    button.textContent = 'Theme: ' + names[place];
  });
  const dialog = document.getElementById('history');
  const inside = document.getElementById('history-inside');
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-cell]');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const source = document.getElementById(link.dataset.cell);
    if (source === null) return;
    event.preventDefault();
    inside.replaceChildren(...[...source.childNodes].map((node) => node.cloneNode(true)));
    dialog.setAttribute('aria-label', source.querySelector('h3').textContent);
    dialog.showModal();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
})();`;
