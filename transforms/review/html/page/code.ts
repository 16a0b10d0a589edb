import { element } from '../../../page/browser/dom.js';
import type { Content } from '../../../page/browser/dom.js';
import { toVisible } from '../../../page/browser/hidden-characters.js';
import type { Row } from './rows.js';

interface Run {
  readonly letter: string;
  readonly start: number;
  readonly end: number;
}

function readRuns(syntax: string, length: number): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const [, letter = '_', count = '0'] of syntax.matchAll(/([A-Z_])([0-9a-z]+)/g)) {
    const end = Math.min(length, at + parseInt(count, 36));
    runs.push({ letter, start: at, end });
    at = end;
  }
  return at < length ? [...runs, { letter: '_', start: at, end: length }] : runs;
}

function toContents(text: string, letter: string): Content[] {
  const contents = toVisible(text);
  return letter === '_' ? contents : [element('span', { class: `syntax-${letter}` }, ...contents)];
}

/** A line of code: its syntax in colours, and what differs set off. */
export function renderCode({ text, syntax, marks }: Row, hidesReturn: boolean): Content[] {
  const shown = hidesReturn && text.endsWith('\r') ? text.slice(0, -1) : text;
  const runs = readRuns(syntax, shown.length);
  const take = (start: number, end: number): Content[] =>
    runs.flatMap((run) => {
      const [from, to] = [Math.max(start, run.start), Math.min(end, run.end)];
      return from < to ? toContents(shown.slice(from, to), run.letter) : [];
    });
  const contents: Content[] = [];
  let at = 0;
  for (let index = 0; index < marks.length; index += 2) {
    const [start = 0, end = 0] = marks.slice(index, index + 2);
    contents.push(...take(at, start), element('mark', {}, ...take(start, end)));
    at = end;
  }
  return [...contents, ...take(at, shown.length)];
}
