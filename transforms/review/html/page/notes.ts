import { element, plural } from '../../../page/browser/dom.js';
import { toVisible, toVisiblePath } from '../../../page/browser/hidden-characters.js';
import type { PageData, PageSkip } from './data.js';

function createList(title: string, skips: readonly PageSkip[], isOpen: boolean): HTMLElement[] {
  if (skips.length === 0) return [];
  const items = skips.map(({ path, reason }) =>
    element('li', {}, toVisiblePath(path), ': ', ...toVisible(reason)),
  );
  const summary = element('summary', {}, `${title}: ${plural(skips.length, 'place')}`);
  return [element('details', { class: 'notes', open: isOpen }, summary, element('ul', {}, ...items))];
}

/** What was not looked into, and what failed: nothing is left out in silence. */
export function createNotes({ skipped, failed }: PageData): HTMLElement[] {
  return [
    ...createList('Failed, and left as they were', failed, true),
    ...createList('Not looked into', skipped, false),
  ];
}

/** What the page says where it has nothing to show. */
export function createEmptyNote({ files, filesScanned }: PageData): HTMLElement {
  const text =
    files.length === 0
      ? `Looked at ${plural(filesScanned, 'source file')}, and found nothing to review.`
      : 'No place matches the filter.';
  return element('p', { class: 'empty', hidden: files.length > 0 }, text);
}
