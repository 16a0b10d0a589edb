import type { PageData, PageFile } from './data.js';

export interface Patch {
  readonly text: string;
  readonly fileCount: number;
  /** The paths of files that were asked for and are only right together with one that was not. */
  readonly heldBack: readonly string[];
}

export function isChanged({ header }: PageFile): boolean {
  return header !== '';
}

function formatFile({ header, blocks }: PageFile): string {
  const hunks = blocks.filter((block) => block.header !== '');
  return header + hunks.map((block) => `${[block.header, ...block.lines].join('\n')}\n`).join('');
}

/** A patch of some of the files, as `git apply` takes it. */
export function createPatch({ note, files }: PageData, isAskedFor: (file: PageFile) => boolean): Patch {
  const asked = files.filter((file) => isChanged(file) && isAskedFor(file));
  const taken = new Set(asked);
  const isComplete = ({ linked }: PageFile): boolean =>
    linked.every((index) => taken.has(files[index] as PageFile));
  for (let before = -1; before !== taken.size;) {
    before = taken.size;
    for (const file of taken) if (!isComplete(file)) taken.delete(file);
  }
  const heldBack = asked.filter((file) => !taken.has(file)).map(({ path }) => path);
  const text = taken.size === 0 ? '' : note + [...taken].map(formatFile).join('');
  return { text, fileCount: taken.size, heldBack };
}
