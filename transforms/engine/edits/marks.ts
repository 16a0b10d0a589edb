import { ts } from 'ts-morph';
import type { Edit, Site } from '../contracts.js';
import type { ProjectFile } from '../project-options.js';

/** What a mark begins with; to be searched for. */
export const MARK = 'traced-pool:';

/** Comments that mean the line below them, from which nothing may part them. */
const DIRECTIVE =
  /^\s*(?:\/\/|\/\*+|\{?\/\*)\s*(?:@ts-|eslint-|prettier-|oxlint-|biome-|istanbul|c8|v8|jscpd|#__|webpack)/;
const COMMENT = /^\s*(?:\/\/|\/\*.*\*\/\s*$)/;

function nodeAt(file: ts.SourceFile, offset: number): ts.Node {
  let found: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (node.getStart() > offset || node.end <= offset) return;
    found = node;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the line on which a statement, or a member of a class, begins; above it a comment is in nobody's way. */
function findLine(file: ts.SourceFile, offset: number): number | undefined {
  const { text } = file;
  for (let node = nodeAt(file, offset); !ts.isSourceFile(node); node = node.parent) {
    const isWhole = ts.isStatement(node) || ts.isClassElement(node);
    const start = lineStart(text, node.getStart());
    if (isWhole && !ts.isBlock(node) && text.slice(start, node.getStart()).trim() === '') return start;
  }
  return undefined;
}

/** The lines of comments right above a line, from the nearest upwards. */
function commentsAbove(text: string, start: number): { readonly start: number; readonly line: string }[] {
  const found: { start: number; line: string }[] = [];
  for (let end = start - 1; end > 0;) {
    const before = lineStart(text, end);
    const line = text.slice(before, end);
    if (!COMMENT.test(line)) break;
    found.push({ start: before, line });
    end = before - 1;
  }
  return found;
}

/** A comment that says in one line, above each place that was refused, why it was; places that have theirs get none. */
export function markRefused(file: ProjectFile, tree: ts.SourceFile, sites: readonly Site[]): Edit[] {
  const edits: Edit[] = [];
  const marked = new Set<string>();
  const { text, lineEnd } = file.source;
  for (const { id, line, column, kind, outcome, code, reason } of sites) {
    if (outcome !== 'refused' || code === null) continue;
    const start = findLine(tree, file.source.offsetAt({ line, column }));
    if (start === undefined || marked.has(`${start}:${code}`)) continue;
    marked.add(`${start}:${code}`);
    const comments = commentsAbove(text, start);
    if (comments.some((comment) => comment.line.includes(`${MARK} ${code}`))) continue;
    const directives = comments.findIndex((comment) => !DIRECTIVE.test(comment.line));
    const count = directives === -1 ? comments.length : directives;
    const at = comments[count - 1]?.start ?? start;
    const indentation = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
    const comment = `${indentation}// ${MARK} ${code}: ${(reason ?? '').replace(/\s+/g, ' ')}${lineEnd}`;
    edits.push({ start: at, end: at, text: comment, site: id, kind });
  }
  return edits;
}
