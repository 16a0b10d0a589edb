import fc from 'fast-check';
import { fixtureFamilies, readFixtures } from '../fixtures.js';

/** The input files of all fixtures, a folder each; without those that are no text of ours. */
export function readFixtureInputs(): Record<string, string> {
  const fixtures = fixtureFamilies().flatMap(readFixtures);
  return Object.fromEntries(
    fixtures.flatMap(({ family, name, input }) =>
      Object.entries(input).map(([path, text]) => [`${family}/${name}/${path}`, text]),
    ),
  );
}

/** Another way to write the same text down. */
export interface Rewriting {
  readonly lineEnd: '\n' | '\r\n';
  readonly hasByteOrderMark: boolean;
  readonly indentation: string;
  readonly endsWithNewline: boolean;
  readonly header: string;
}

export const rewriting: fc.Arbitrary<Rewriting> = fc.record({
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
  hasByteOrderMark: fc.boolean(),
  indentation: fc.constantFrom('\t', '  ', '   '),
  endsWithNewline: fc.boolean(),
  header: fc.constantFrom('', '/* Copyright 2024 The cooperage. */\n', '// pool.run(task)\n\n', '\n'),
});

export function rewrite(text: string, options: Rewriting): string {
  const [, hashbang = '', body = ''] = /^\uFEFF?(#!.*\n)?([^]*)$/.exec(text.replaceAll('\r\n', '\n')) ?? [];
  const lines = `${hashbang}${options.header}${body.trimEnd()}${options.endsWithNewline ? '\n' : ''}`;
  const indented = lines.replace(/^(?: {2})+/gm, (spaces) => options.indentation.repeat(spaces.length / 2));
  const result = indented.replaceAll('\n', options.lineEnd);
  return options.hasByteOrderMark ? `\uFEFF${result}` : result;
}
