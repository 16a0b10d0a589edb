import type { Files } from '../support/fixtures.js';
import { removeScratchFolders } from '../support/scratch.js';
import { installPacked, readExamples, RUNNERS, runTests } from '../support/testing/runners.js';
import type { Runner } from '../support/testing/runners.js';

const PACKAGES = ['@opentelemetry', 'piscina', '@jest', 'jest', 'vitest'];
const APPLICATION = ['worker.cjs', 'thumbnails.cjs', 'tracing.cjs'];
const OWN: Readonly<Record<Runner, readonly [test: string, ...others: string[]]>> = {
  'node:test': ['thumbnails.test.mjs'],
  Jest: ['thumbnails.test.js', 'jest.config.js'],
  Vitest: ['thumbnails.spec.mjs', 'vitest.config.mjs'],
};
/** What each prints where two tests have passed. */
const PASSED: Readonly<Record<Runner, RegExp>> = {
  'node:test': /^# pass 2$[^]*^# fail 0$/m,
  Jest: /^Tests: +2 passed, 2 total$/m,
  Vitest: /^ +Tests +2 passed \(2\)$/m,
};

const examples = readExamples('testing.md');
let packages: string;

beforeAll(() => {
  packages = installPacked(PACKAGES);
}, 120_000);

afterAll(removeScratchFolders);

function filesOf(names: readonly string[]): Files {
  return Object.fromEntries(names.map((name) => [name, examples[name] ?? '']));
}

const projectOf = (runner: Runner): Files => filesOf([...APPLICATION, ...OWN[runner]]);

/** What a report has at the margins of its lines, and between the lines of a tree, is the runner's own. */
function hasTree(output: string, ...lines: readonly string[]): boolean {
  return new RegExp(lines.map((line) => `^.*${line}$`).join('\\n'), 'm').test(output);
}

test('the guide has the examples that are tried here', () => {
  expect(Object.keys(examples).toSorted()).toEqual([...APPLICATION, ...Object.values(OWN).flat()].toSorted());
});

describe.each(RUNNERS)('with %s', (runner) => {
  const [testFile] = OWN[runner];

  test('the examples of the guide pass', () => {
    const { status, output } = runTests(runner, projectOf(runner), packages);
    expect(output).toMatch(PASSED[runner]);
    expect(status).toBe(0);
  });

  test('they fail where the pool is bare, and say what is missing', () => {
    const { 'thumbnails.cjs': traced = '', ...others } = projectOf(runner);
    const bare = traced
      .replace("{ TracedThreadPoolExecutor } = require('traced-pool')", "{ Piscina } = require('piscina')")
      .replace('new TracedThreadPoolExecutor', 'new Piscina')
      .replace(
        'pool.map(widths.map((width) => ({ width })))',
        'Promise.all(widths.map((width) => pool.run({ width })))',
      );
    expect(bare).not.toContain('Traced');
    const { status, output } = runTests(runner, { ...others, 'thumbnails.cjs': bare }, packages);
    expect(status).toBe(1);
    expect(output).not.toMatch(PASSED[runner]);
    if (runner !== 'Jest') expect(output).toContain("There is no span named 'resize'");
    else expect(output).toContain("Waited for a span named 'resize', which has not come within 4000 ms");
  });

  test('what fails prints both trees, and the line of the test', () => {
    const { [testFile]: passing = '', ...others } = projectOf(runner);
    const end = /test\('one thumbnail is one span'[^]*/;
    expect(passing).toMatch(end);
    const failing = `${passing.replace(end, '')}
test('fails', async () => {
  await makeThumbnails([64]);
  ASSERTION
});
`;
    const assertion = "assertChildOf('thumbnails', 'resize', spans);";
    const matcher = 'expect(spans).toHaveSpanTree(`\n    resize\n      thumbnails\n  `);';
    const ofNode = runner === 'node:test';
    const imported = ofNode ? '' : importOf(runner);
    for (const text of ofNode ? [assertion] : [assertion, matcher]) {
      const file = `${imported}${failing.replace('ASSERTION', () => text)}`;
      const { status, output } = runTests(runner, { ...others, [testFile]: file }, packages);
      expect(status).toBe(1);
      expect(
        hasTree(output, 'Expected tree:', ' *', '  resize', '    thumbnails', ' *', ' *Actual tree:'),
      ).toBe(true);
      expect(hasTree(output, 'Actual tree:', ' *', '  thumbnails', '    resize')).toBe(true);
      // Code frames and stacks are those of the test.
      const line = file.slice(0, file.indexOf(text)).split('\n').length;
      expect(output).toMatch(new RegExp(`${testFile.replaceAll('.', '\\.')}:${line}:`));
      expect(output).not.toContain('traced-pool/dist');
      if (ofNode) {
        expect(hasTree(output, 'expected: \\|-', ' +resize', ' +thumbnails')).toBe(true);
        expect(hasTree(output, 'actual: \\|-', ' +thumbnails', ' +resize')).toBe(true);
      } else
        expect(hasTree(output, '- resize', '- {3}thumbnails', '\\+ thumbnails', '\\+ {3}resize')).toBe(true);
    }
  });
});

function importOf(runner: Runner): string {
  return runner === 'Jest'
    ? "const { assertChildOf } = require('traced-pool/testing');\n"
    : "import { assertChildOf } from 'traced-pool/testing';\n";
}

describe('Jest without globals', () => {
  const files = {
    ...filesOf(APPLICATION),
    'jest.config.js': 'module.exports = { injectGlobals: false };\n',
    'thumbnails.test.js': `
      const { expect, test } = require('@jest/globals');
      require('traced-pool/testing/jest-globals');
      const { collectSpans } = require('traced-pool/testing');
      test('one', () => expect(collectSpans()).toHaveSpanTree(''));
      test('two', () => expect(collectSpans()).toHaveNoOrphans());
    `,
  };

  test('has the matchers', () => {
    const { output } = runTests('Jest', files, packages);
    expect(output).toMatch(PASSED.Jest);
  });

  test('is told which module is for it', () => {
    const setUp =
      "module.exports = { injectGlobals: false, setupFilesAfterEnv: ['traced-pool/testing/jest'] };\n";
    const { output, status } = runTests('Jest', { ...files, 'jest.config.js': setUp }, packages);
    expect(status).toBe(1);
    expect(output).toContain('without globals import traced-pool/testing/jest-globals');
  });
});

test('ES modules in Jest have the matchers', () => {
  const program = `
    import { expect, test } from '@jest/globals';
    import 'traced-pool/testing/jest-globals';
    import { collectSpans, spanMatchers } from 'traced-pool/testing';
    expect.extend(spanMatchers);
    test('one', () => expect(collectSpans()).toHaveSpanTree(''));
    test('two', () => expect(collectSpans()).toHaveNoOrphans());
  `;
  const files = {
    'jest.config.js':
      "module.exports = { testMatch: ['**/*.test.mjs'], transform: {}, setupFilesAfterEnv: ['traced-pool/testing/jest'] };\n",
    'modules.test.mjs': program,
  };
  const flags = process.env['NODE_OPTIONS'];
  process.env['NODE_OPTIONS'] = `${flags ?? ''} --experimental-vm-modules`;
  try {
    expect(runTests('Jest', files, packages).output).toMatch(PASSED.Jest);
  } finally {
    if (flags === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = flags;
  }
});
