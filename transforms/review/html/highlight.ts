import type { Parser } from '@lezer/common';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { parser as javascript } from '@lezer/javascript';
import { parser as json } from '@lezer/json';

const PLAIN = '_';

/** One letter each; the stylesheet has a colour for them. */
const HIGHLIGHTER = tagHighlighter([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.self], class: 'K' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.attributeValue], class: 'S' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: 'N' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], class: 'C' },
  { tag: [tags.typeName, tags.className, tags.namespace, tags.tagName], class: 'T' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], class: 'F' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName), tags.attributeName], class: 'P' },
]);

const PARSERS = {
  json,
  plain: javascript.configure({ dialect: 'jsx' }),
  typed: javascript.configure({ dialect: 'ts' }),
  typedMarkup: javascript.configure({ dialect: 'ts jsx' }),
} as const satisfies Record<string, Parser>;

function chooseParser(path: string): Parser {
  if (/\.json[c5]?$/i.test(path)) return PARSERS.json;
  if (/\.tsx$/i.test(path)) return PARSERS.typedMarkup;
  return /\.[cm]?ts$/i.test(path) ? PARSERS.typed : PARSERS.plain;
}

/** The lines of a text with their syntax, in the form of `PageBlock.syntax`. */
export function highlightLines(path: string, text: string): string[] {
  const lines: string[] = [];
  let line = '';
  let at = 0;
  const put = (end: number, letter: string): void => {
    while (at < end) {
      const lineEnd = text.indexOf('\n', at);
      const stop = lineEnd === -1 ? end : Math.min(end, lineEnd);
      if (stop > at) line += letter + (stop - at).toString(36);
      at = stop;
      if (at === lineEnd && at < end) {
        lines.push(line);
        line = '';
        at += 1;
      }
    }
  };
  highlightTree(chooseParser(path).parse(text), HIGHLIGHTER, (from, to, letter) => {
    put(from, PLAIN);
    put(to, letter.charAt(0));
  });
  put(text.length, PLAIN);
  return [...lines, line];
}
