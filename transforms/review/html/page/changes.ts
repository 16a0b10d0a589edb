import type { PageBlock, PageData, PageFile } from './data.js';

/** A block with where it belongs: what one goes through from the first to the last. */
export interface Change {
  readonly block: PageBlock;
  readonly file: PageFile;
}

export interface Filter {
  readonly text: string;
  readonly family: string;
  readonly outcome: string;
  /** With its last slash; empty for all. */
  readonly folder: string;
  readonly hidesReviewed: boolean;
}

export const NO_FILTER: Filter = { text: '', family: '', outcome: '', folder: '', hidesReviewed: false };

/** The changes of each file that has any. */
export function listChanges({ files }: PageData): Change[][] {
  return files
    .map((file) => file.blocks.map((block) => ({ block, file })))
    .filter((changes) => changes.length > 0);
}

const texts = new WeakMap<PageBlock, string>();

function searchableText({ block, file }: Change): string {
  const known = texts.get(block);
  if (known !== undefined) return known;
  const sites = block.sites.map(({ kind, variant, code, reason }) => [kind, variant, code, reason].join(' '));
  const text = [file.path, ...block.lines.map((line) => line.slice(1)), ...sites].join('\n').toLowerCase();
  texts.set(block, text);
  return text;
}

/** Whether a filter lets a change through: one site has to be of both the family and the outcome. */
export function isShown(change: Change, filter: Filter, isReviewed: boolean): boolean {
  const { block, file } = change;
  if (filter.hidesReviewed && isReviewed) return false;
  if (!file.path.startsWith(filter.folder)) return false;
  const isWanted = ({ family, outcome }: PageBlock['sites'][number]): boolean =>
    (filter.family === '' || family === filter.family) &&
    (filter.outcome === '' || outcome === filter.outcome);
  const asksForSites = filter.family !== '' || filter.outcome !== '';
  if (asksForSites && !block.sites.some(isWanted)) return false;
  return searchableText(change).includes(filter.text.trim().toLowerCase());
}

/** All folders that files lie in, with those above them. */
export function listFolders({ files }: PageData): string[] {
  const folders = new Set<string>();
  for (const { path } of files) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1))
      folders.add(path.slice(0, at + 1));
  }
  return [...folders].toSorted();
}
