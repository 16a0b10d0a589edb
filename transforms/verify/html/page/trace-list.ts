import { element, plural } from '../../../page/browser/dom.js';
import { toVisible } from '../../../page/browser/hidden-characters.js';
import type { PageTrace } from './data.js';

export function countFaults({ spans }: PageTrace): number {
  return spans.reduce((sum, { faults }) => sum + faults.length, 0);
}

/** The traces, as links to their places. */
export class TraceList {
  readonly element: HTMLElement;
  readonly #links: readonly HTMLElement[];
  #current: HTMLElement | undefined;

  constructor(traces: readonly PageTrace[], onChoose: (index: number) => void) {
    this.#links = traces.map((trace, index) => {
      const { name, time, offset, spans } = trace;
      const faults = countFaults(trace);
      const link = element(
        'a',
        { href: `#trace-${index}` },
        element('span', { class: 'name' }, ...toVisible(name)),
        element('span', { class: 'state' }, time),
        element('span', { class: 'state' }, `${offset} · ${plural(spans.length, 'span')}`),
        ...(faults > 0 ? [element('span', { class: 'fault' }, plural(faults, 'fault'))] : []),
      );
      link.addEventListener('click', (event) => {
        event.preventDefault();
        onChoose(index);
      });
      return link;
    });
    const items = this.#links.map((link) => element('li', {}, link));
    this.element = element('nav', { class: 'sidebar', 'aria-label': 'Traces' }, element('ul', {}, ...items));
  }

  show(index: number, isShown: boolean): void {
    const item = this.#links[index]?.parentElement;
    if (item) item.hidden = !isShown;
  }

  setCurrent(index: number): void {
    const link = this.#links[index];
    if (link === this.#current) return;
    this.#current?.removeAttribute('aria-current');
    this.#current = link;
    link?.setAttribute('aria-current', 'true');
    // Not scrollIntoView: on a narrow screen it would scroll the page away from the trace.
    const { offsetTop = 0, offsetHeight = 0 } = link ?? {};
    const { scrollTop, clientHeight } = this.element;
    if (offsetTop < scrollTop || offsetTop + offsetHeight > scrollTop + clientHeight)
      this.element.scrollTop = offsetTop - clientHeight / 3;
  }
}
