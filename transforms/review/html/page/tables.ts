import { element, unseen } from '../../../page/browser/dom.js';
import { renderCode } from './code.js';
import type { PageBlock } from './data.js';
import { toPairs, toRows } from './rows.js';
import type { Row } from './rows.js';

export type View = 'split' | 'unified';

const KINDS: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '\\': 'remark' };

/** What is to be looked at where nothing changes: the rows with a site that was refused, or is traced already. */
function findNoted(rows: readonly Row[], { sites }: PageBlock): ReadonlyMap<Row, string> {
  const kinds = new Map<number, string>();
  for (const { line, outcome } of sites) {
    if (outcome === 'refused') kinds.set(line, 'noted');
    else if (outcome === 'already-traced' && !kinds.has(line)) kinds.set(line, 'traced');
  }
  return new Map(
    rows.flatMap((row) => {
      const kind = row.sign === ' ' && row.old !== undefined ? kinds.get(row.old) : undefined;
      return kind === undefined ? [] : [[row, kind] as const];
    }),
  );
}

/** Writes the cells of one block. */
class Cells {
  constructor(
    readonly hidesReturn: boolean,
    readonly noted: ReadonlyMap<Row, string>,
  ) {}

  number(row: Row | undefined, number: number | undefined): HTMLElement {
    return element(
      'td',
      { class: `number ${this.#kindOf(row)}` },
      number === undefined ? '' : String(number),
    );
  }

  code(row: Row | undefined): HTMLElement {
    const kind = this.#kindOf(row);
    if (!row) return element('td', { class: `code ${kind}` });
    if (kind === 'remark') return element('td', { class: `code ${kind}` }, row.text.trim());
    const sign = element('span', { class: 'sign' }, row.sign === '-' ? '−' : row.sign);
    return element('td', { class: `code ${kind}` }, sign, ...renderCode(row, this.hidesReturn));
  }

  #kindOf(row: Row | undefined): string {
    if (!row) return 'absent';
    return KINDS[row.sign] ?? this.noted.get(row) ?? 'same';
  }
}

function head(...names: readonly string[]): HTMLElement {
  const cells = names.map((name) => element('th', { scope: 'col' }, unseen(name)));
  return element('thead', {}, element('tr', {}, ...cells));
}

function renderUnified(rows: readonly Row[], cells: Cells): HTMLElement[] {
  const lines = rows.map((row) =>
    element('tr', {}, cells.number(row, row.old), cells.number(row, row.now), cells.code(row)),
  );
  return [head('Line before', 'Line after', 'Code'), element('tbody', {}, ...lines)];
}

function renderSplit(rows: readonly Row[], cells: Cells): HTMLElement[] {
  const lines = toPairs(rows).map(({ old, now }) => {
    const before = [cells.number(old, old?.old), cells.code(old)];
    return element('tr', {}, ...before, cells.number(now, now?.now), cells.code(now));
  });
  return [head('Line before', 'Code before', 'Line after', 'Code after'), element('tbody', {}, ...lines)];
}

/** The code of a block; what does not change has one side only. */
export function renderTable(block: PageBlock, view: View, label: string, hidesReturn: boolean): HTMLElement {
  const rows = toRows(block);
  const cells = new Cells(hidesReturn, findNoted(rows, block));
  const isSplit = view === 'split' && block.header !== '';
  const contents = isSplit ? renderSplit(rows, cells) : renderUnified(rows, cells);
  return element('table', { class: isSplit ? 'lines split' : 'lines', 'aria-label': label }, ...contents);
}
