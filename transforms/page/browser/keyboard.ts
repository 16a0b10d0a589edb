export type Commands = Readonly<Record<string, () => void>>;

function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.matches('textarea, select') || (target.matches('input') && !target.matches('[type=checkbox]'))
  );
}

/** Runs commands by single keys, unless the reader is typing, holds a modifier or has a dialog open. */
export function listenToKeys(commands: Commands, areOn: () => boolean): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest('dialog')) return;
    if (event.key === 'Escape' && isTyping(event)) (event.target as HTMLElement).blur();
    if (isTyping(event) || !areOn()) return;
    const command = Object.hasOwn(commands, event.key) ? commands[event.key] : undefined;
    if (!command) return;
    event.preventDefault();
    command();
  });
}
