import { element } from './dom.js';
import type { Settings } from './settings.js';

export interface Help {
  /** Keys, and what they do. */
  readonly keys: readonly (readonly [keys: readonly string[], effect: string])[];
  /** What else is to be known. */
  readonly remark: string;
}

const KEYS_OF_ALL: Help['keys'] = [
  [['t'], 'theme: of the system, light, dark'],
  [['?'], 'this help'],
  [['Esc'], 'leave the search, close this'],
];

/** What the keys do, and a box to turn them off for those whom they get in the way. */
export function createHelp({ keys: own, remark }: Help, settings: Settings): HTMLDialogElement {
  const rows = [...own, ...KEYS_OF_ALL].map(([keys, effect]) =>
    element(
      'div',
      {},
      element('dt', {}, ...keys.map((key) => element('kbd', {}, key))),
      element('dd', {}, effect),
    ),
  );
  const box = element('input', { type: 'checkbox' });
  box.checked = settings.hasKeys;
  box.addEventListener('change', () => settings.setKeys(box.checked));
  const close = element('button', { type: 'button' }, 'Close');
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'help-title' },
    element('h2', { id: 'help-title' }, 'Keys'),
    element('dl', { class: 'keys' }, ...rows),
    element('p', {}, element('label', {}, box, 'Single keys are on')),
    element('p', { class: 'remark' }, remark),
    close,
  );
  close.addEventListener('click', () => dialog.close());
  return dialog;
}
