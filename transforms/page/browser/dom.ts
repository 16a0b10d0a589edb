export type Content = Node | string;

/** Creates an element; a string among its contents becomes text, and an attribute that is `false` is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | boolean>> = {},
  ...contents: readonly Content[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) created.setAttribute(key, value === true ? '' : value);
  }
  created.append(...contents);
  return created;
}

/** Text for those who hear the page. */
export function unseen(text: string): HTMLElement {
  return element('span', { class: 'unseen' }, text);
}

export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
