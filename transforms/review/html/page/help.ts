import { element } from './dom.js';

const KEYS: readonly (readonly [keys: readonly string[], effect: string])[] = [
  [['j'], 'next place'],
  [['k'], 'previous place'],
  [['n'], 'next place that is not reviewed'],
  [['x'], 'tick or untick this place as reviewed'],
  [['X'], 'tick or untick all of this file'],
  [['o'], 'show or hide what is ticked'],
  [['/'], 'search'],
  [['u'], 'unified or side by side'],
  [['t'], 'theme: of the system, light, dark'],
  [['?'], 'this help'],
  [['Esc'], 'leave the search, close this'],
];

/** What the keys do, and a box to turn them off for those whom they get in the way. */
export function createHelp(hasKeys: boolean, onKeys: (hasKeys: boolean) => void): HTMLDialogElement {
  const rows = KEYS.map(([keys, effect]) =>
    element(
      'div',
      {},
      element('dt', {}, ...keys.map((key) => element('kbd', {}, key))),
      element('dd', {}, effect),
    ),
  );
  const box = element('input', { type: 'checkbox' });
  box.checked = hasKeys;
  box.addEventListener('change', () => onKeys(box.checked));
  const close = element('button', { type: 'button' }, 'Close');
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'help-title' },
    element('h2', { id: 'help-title' }, 'Keys'),
    element('dl', { class: 'keys' }, ...rows),
    element('p', {}, element('label', {}, box, 'Single keys are on')),
    element(
      'p',
      { class: 'remark' },
      'What is ticked stays in this browser, as long as the code and its outcome stay the same.',
    ),
    close,
  );
  close.addEventListener('click', () => dialog.close());
  return dialog;
}
