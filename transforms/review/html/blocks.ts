import { createHash } from 'node:crypto';
import type { FileOutcome, ProofStep, Site } from '../../engine/contracts.js';
import { CONTEXT_LINES } from '../diff.js';
import { groupBy } from './group-by.js';
import { highlightLines } from './highlight.js';
import { listOldLines, readHunks, surround } from './hunks.js';
import type { Lines } from './hunks.js';
import { findMarks } from './marks.js';
import type { PageBlock, PageSite } from './page/data.js';

const ID_LENGTH = 16;

type Proofs = ReadonlyMap<string, readonly ProofStep[]>;

function toPageSite({ id, path: _, ...site }: Site, proofs: Proofs): PageSite {
  const proof = proofs.get(id) ?? [];
  return { ...site, proof: proof.map(({ path, line, text, code }) => ({ path, line, text, code })) };
}

/** Gives the lines of blocks their syntax and marks. */
class Decorator {
  readonly #syntax: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly #marks: ReturnType<typeof findMarks>;

  constructor(file: FileOutcome) {
    const { path, before, after } = file;
    const old = highlightLines(path, before);
    this.#syntax = { before: old, after: before === after ? old : highlightLines(path, after) };
    this.#marks = findMarks(file);
  }

  decorate({ oldStart, newStart, lines }: Lines): Pick<PageBlock, 'syntax' | 'marks'> {
    const syntax: string[] = [];
    const marks: (readonly number[])[] = [];
    let [old, now] = [oldStart, newStart];
    for (const line of lines) {
      const sign = line.charAt(0);
      const side = sign === '-' ? 'before' : 'after';
      const number = sign === '-' ? old : now;
      const isText = sign !== '\\';
      syntax.push((isText && this.#syntax[side][number - 1]) || '');
      marks.push((isText && sign !== ' ' && this.#marks[side].get(number)) || []);
      if (sign === '-' || sign === ' ') old += 1;
      if (sign === '+' || sign === ' ') now += 1;
    }
    return { syntax, marks };
  }
}

/** What tells a block from all others of the run, as long as what is to be read in it stays the same. */
function createIds(path: string, contents: readonly unknown[]): string[] {
  const counts = new Map<string, number>();
  return contents.map((content) => {
    const text = JSON.stringify([path, content]);
    const count = counts.get(text) ?? 0;
    counts.set(text, count + 1);
    return createHash('sha256').update(`${count}${text}`).digest('hex').slice(0, ID_LENGTH);
  });
}

/** The lines of a file that are to be reviewed: its hunks, and what surrounds the sites that are in none. */
export function createBlocks(
  file: FileOutcome,
  patch: string,
  sites: readonly Site[],
  proofs: Proofs,
): { header: string; blocks: PageBlock[] } {
  const { header, hunks } = readHunks(patch);
  const inHunks = new Set(hunks.flatMap(listOldLines));
  const outside = sites.filter(({ line }) => !inHunks.has(line));
  const text = file.before.split('\n');
  const around = surround(
    outside.map(({ line }) => line),
    hunks,
    text,
    CONTEXT_LINES,
  );
  const all = [...hunks, ...around].toSorted((a, b) => a.oldStart - b.oldStart || a.newStart - b.newStart);
  const byLine = groupBy(sites, ({ line }) => line);
  const own = all.map((lines) => listOldLines(lines).flatMap((line) => byLine.get(line) ?? []));
  const ids = createIds(
    file.path,
    all.map(({ lines }, index) => [
      lines,
      own[index]?.map(({ kind, outcome, code, reason }) => [kind, outcome, code, reason]),
    ]),
  );
  const decorator = new Decorator(file);
  const blocks = all.map((lines, index) => ({
    id: ids[index] ?? '',
    ...lines,
    ...decorator.decorate(lines),
    sites: (own[index] ?? []).map((site) => toPageSite(site, proofs)),
  }));
  return { header, blocks };
}
