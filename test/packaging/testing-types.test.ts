import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { createCompilerHost } from '../support/compiler-host.js';
import { REPOSITORY } from '../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../support/scratch.js';
import { installPacked } from '../support/testing/runners.js';

const INSTALLED = join(REPOSITORY, 'node_modules');

/** What is right and wrong with `expect`, wherever it comes from. */
const USES = `
import { collectSpans } from 'traced-pool/testing';
const spans = collectSpans();
expect(spans).toHaveSpanTree('request', { order: 'text' });
expect(spans.spans).not.toHaveNoOrphans({ allowRemote: true });
expect('resize').toBeChildOf('request', spans);
export const waited: Promise<void> = expect(spans.waitFor('resize')).resolves.toBeChildOf('request');
// @ts-expect-error: the tree is missing
expect(spans).toHaveSpanTree();
// @ts-expect-error: there is no such option
expect(spans).toHaveNoOrphans({ remote: true });
// @ts-expect-error: a number is no span
expect('resize').toBeChildOf(1);
`;
const EXTENDING = "import { spanMatchers } from 'traced-pool/testing';\nexpect.extend(spanMatchers);\n";

interface Consumer {
  readonly title: string;
  readonly packages: readonly string[];
  readonly types?: readonly string[];
  readonly program: string;
  /** Whether it is resolved as bundlers do, and not as Node.js does. */
  readonly isBundled?: boolean;
}

const CONSUMERS: readonly Consumer[] = [
  {
    title: "Jest's globals, by an import",
    packages: ['@types/jest', 'expect'],
    types: ['jest'],
    program: `import 'traced-pool/testing/jest';\n${USES}${EXTENDING}`,
  },
  {
    title: "Jest's globals, by tsconfig.json",
    packages: ['@types/jest', 'expect'],
    types: ['jest', 'traced-pool/testing/jest'],
    isBundled: true,
    program: USES,
  },
  {
    title: '@jest/globals',
    packages: ['@jest', 'expect'],
    program: `import { expect } from '@jest/globals';\nimport 'traced-pool/testing/jest-globals';\n${USES}${EXTENDING}`,
  },
  {
    title: 'Vitest, by an import',
    packages: ['vitest'],
    program: `import { expect } from 'vitest';\nimport 'traced-pool/testing/vitest';\n${USES}${EXTENDING}`,
  },
  {
    title: 'Vitest, by tsconfig.json',
    packages: ['vitest'],
    types: ['traced-pool/testing/vitest'],
    isBundled: true,
    program: `import { expect } from 'vitest';\n${USES}`,
  },
  {
    title: 'node:test, without any other',
    packages: [],
    program: `
import { assertChildOf, assertNoOrphans, collectSpans, spanMatchers, spanTree } from 'traced-pool/testing';
import type { CollectedSpan, SpanMatchers } from 'traced-pool/testing';
const spans = collectSpans().attach();
assertNoOrphans(spans, { allowRemote: true });
assertChildOf(spans.spans[0] as CollectedSpan, 'request');
export const tree: string = spanTree(spans.spans);
export const names: readonly (keyof SpanMatchers<void>)[] = Object.keys(spanMatchers) as never;
`,
  },
];

let packed: string;

beforeAll(() => {
  packed = join(installPacked([]), 'traced-pool');
}, 120_000);

afterAll(removeScratchFolders);

/** What the compiler says of a program, and of the declarations that are packed. */
function compile({ packages, types = [], program }: Consumer, file: string, given: object): string {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    target: 'es2022',
    types: ['node', ...types],
    ...given,
  };
  const folder = createScratchFolder({ 'package.json': '{}', [file]: program });
  const installed = join(folder, 'node_modules');
  for (const scope of ['@types', '@opentelemetry']) mkdirSync(join(installed, scope), { recursive: true });
  for (const name of ['@types/node', '@opentelemetry/api', ...packages])
    symlinkSync(join(INSTALLED, name), join(installed, name));
  // No link: what it imports is looked for here, and not where it was packed.
  cpSync(packed, join(installed, 'traced-pool'), { recursive: true });
  const { options, errors, fileNames } = ts.parseJsonConfigFileContent(
    { compilerOptions, files: [file] },
    ts.sys,
    folder,
    undefined,
    join(folder, 'tsconfig.json'),
  );
  const compiled = ts.createProgram(fileNames, options, createCompilerHost(options));
  // Declarations are checked as well, but for those of others, which would take long.
  const own = compiled.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${folder}/`));
  const diagnostics = [
    ...errors,
    ...compiled.getOptionsDiagnostics(),
    ...compiled.getGlobalDiagnostics(),
    ...own.flatMap((one) => [
      ...compiled.getSyntacticDiagnostics(one),
      ...compiled.getSemanticDiagnostics(one),
    ]),
  ];
  const names = { getCanonicalFileName: String, getCurrentDirectory: () => folder, getNewLine: () => '\n' };
  return ts.formatDiagnostics(diagnostics, names).trim();
}

test.each(CONSUMERS)('the types are right for $title', (consumer) => {
  const found = consumer.isBundled
    ? compile(consumer, 'program.ts', { module: 'esnext', moduleResolution: 'bundler' })
    : compile(consumer, 'program.mts', { module: 'node16' });
  expect(found).toBe('');
});

test('the types of the matchers are there only where they are asked for', () => {
  const [{ packages, types, program }] = CONSUMERS as [Consumer];
  const unasked = { title: '', packages, ...(types && { types }), program: program.replace(/^.*\n/, '') };
  expect(compile(unasked, 'program.mts', { module: 'node16' })).toContain("'toHaveSpanTree' does not exist");
});
