import { element, plural } from '../../../page/browser/dom.js';
import { toVisible, toVisibleText } from '../../../page/browser/hidden-characters.js';
import type { PageData } from './data.js';

/** The head of the page: what was run, in figures, and what can be done. */
export function createTopBar(
  { title, traces, roots, threads }: PageData,
  actions: readonly HTMLElement[],
): HTMLElement {
  document.title = `Traces of ${toVisibleText(title)}`;
  const spans = traces.reduce((sum, trace) => sum + trace.spans.length, 0);
  const figures = [
    plural(spans, 'span'),
    plural(traces.length, 'trace'),
    plural(roots, 'root'),
    plural(threads.length, 'thread'),
  ];
  const summary = element('p', { class: 'summary' }, ...figures.map((figure) => element('span', {}, figure)));
  return element(
    'header',
    { class: 'top' },
    element('div', { class: 'top-title' }, element('h1', {}, ...toVisible(title)), summary),
    element('div', { class: 'actions' }, ...actions),
  );
}
