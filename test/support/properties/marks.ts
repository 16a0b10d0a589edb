/** What a marked place in a template is expected to become, as it stands in `sites.txt` of a fixture. */
const DECISIONS = {
  import: 'import rewritten',
  construct: 'construct rewritten',
  type: 'type rewritten',
  submit: 'dispatch rewritten submit',
  map: 'dispatch rewritten map',
  kept: 'dispatch already-traced',
  bind: 'dispatch rewritten bind',
  pushed: 'dispatch already-traced bind',
  unproven: 'dispatch refused unproven-receiver',
} as const;

export type Decision = keyof typeof DECISIONS;

/** Opens a place in a template: `${mark('submit')}pool.run(task)`. */
export function mark(decision: Decision): string {
  return `«${decision}»`;
}

const MARK = /«(\w+)»/g;

export function withoutMarks(text: string): string {
  return text.replaceAll(MARK, '');
}

/** A file as it is to be written, and the sites that are to be found in it. */
export interface ExpectedFile {
  readonly text: string;
  /** As in `sites.txt` of a fixture, without the path. */
  readonly sites: readonly string[];
}

/** Takes the marks out of a text, and tells where they were: line and column, each from 1. */
export function takeMarks(marked: string): ExpectedFile {
  const sites: string[] = [];
  let text = '';
  let end = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(end, match.index);
    end = match.index + match[0].length;
    const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
    const line = body.split('\n').length;
    const column = body.length - body.lastIndexOf('\n');
    sites.push(`${line}:${column} ${DECISIONS[match[1] as Decision]}`);
  }
  return { text: text + marked.slice(end), sites };
}
