import fc from 'fast-check';
import { withoutMarks } from './marks.js';

/** How a file is written down; none of it means anything. */
export interface Layout {
  readonly lineEnd: '\n' | '\r\n';
  readonly hasByteOrderMark: boolean;
  readonly indentation: string;
  readonly endsWithNewline: boolean;
  readonly quote: "'" | '"';
  readonly hasSemicolons: boolean;
  readonly header: readonly string[];
  /** Put between statements, in turn. */
  readonly comments: readonly string[];
}

const LICENCE = '/*!\n * Copyright 2024 The cooperage.\n * new Piscina(), pool.run(): see piscina.\n */';

const header = fc
  .tuple(
    fc.constantFrom([], ['#!/usr/bin/env node']),
    fc.constantFrom([], [LICENCE], [`${LICENCE}\n`], ['// @ts-nocheck']),
    fc.constantFrom([], ["'use strict';"], ["'use strict';\n"]),
  )
  .map((parts) => parts.flat());

const comment = fc.constantFrom(
  '// pool.run(task) is what new Piscina() is for',
  "/* import Piscina from 'piscina'; */",
  '/**\n * Runs it: `pool.run()`.\n */',
  '// 池 🧵 «»',
  '',
);

export const layout: fc.Arbitrary<Layout> = fc.record({
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
  hasByteOrderMark: fc.boolean(),
  indentation: fc.constantFrom('\t', '  ', '    '),
  endsWithNewline: fc.boolean(),
  quote: fc.constantFrom("'" as const, '"' as const),
  hasSemicolons: fc.boolean(),
  header,
  comments: fc.array(comment, { maxLength: 3 }),
});

/** A statement that begins like this would go on with the one before it. */
const GOES_ON = /^[([`/+\-*<,.]/;

/** A field of that name would be a modifier of the next one: `get`, `static`. */
const FIELD = /^\s*(?:static )?#?[\p{L}\p{N}$_]+;$/u;

function withoutSemicolons(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      const next = lines.slice(index + 1).find((other) => other.trim() !== '') ?? '';
      return FIELD.test(line) || GOES_ON.test(withoutMarks(next).trim()) ? line : line.replace(/;$/, '');
    })
    .join('\n');
}

function withComments(text: string, comments: readonly string[]): string {
  let index = 0;
  return text.replace(/\n\n/g, () => {
    const inserted = comments[index++ % comments.length];
    return inserted ? `\n\n${inserted}\n` : '\n\n';
  });
}

/** Writes a text that has single quotes, semicolons and two spaces, and a blank line where a comment may stand. */
export function layOut(text: string, options: Layout): string {
  const { lineEnd, indentation, quote, header: lines } = options;
  let result = [...lines, text.trim()].join('\n');
  if (!options.hasSemicolons) result = withoutSemicolons(result);
  if (options.comments.length > 0) result = withComments(result, options.comments);
  result = result.replace(/^(?: {2})+/gm, (spaces) => indentation.repeat(spaces.length / 2));
  if (options.endsWithNewline) result += '\n';
  result = result.replaceAll("'", quote).replaceAll('\n', lineEnd);
  return options.hasByteOrderMark ? `\uFEFF${result}` : result;
}
