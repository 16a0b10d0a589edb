import { Linter, RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import plugin from '../../dist/eslint.js';
import { readFixtures } from '../support/fixtures.js';

const POOL = "import { Piscina } from 'piscina';\nconst pool = new Piscina({});\nawait pool.run(1);\n";
const TRACED =
  "import { TracedThreadPoolExecutor } from 'traced-pool';\nconst pool = new TracedThreadPoolExecutor({});\nawait pool.submit(1);\n";
const UNPROVEN = "import { Piscina } from 'piscina';\nexport const press = (pool, task) => pool.run(task);\n";

const rule = plugin.rules?.['no-bare-dispatch'];
const recommended = [plugin.configs.recommended];

new RuleTester().run('no-bare-dispatch', rule as never, {
  valid: [
    { name: 'what is traced', code: TRACED },
    { name: 'another pool', code: "import { Piscina } from './own.js';\nnew Piscina().run(1); // piscina\n" },
    { name: 'what only the whole project tells', code: UNPROVEN },
    { name: 'no pool at all', code: 'export {};\n' },
  ],
  invalid: [
    {
      name: 'a pool and its calls, which one fix brings along',
      code: POOL,
      output: TRACED,
      errors: [
        { message: 'This Piscina pool is bare: spans of its tasks lose their parents.', line: 2, column: 14 },
        { message: /^This Piscina pool is bare where it is called/, line: 3, column: 7 },
      ],
    },
    {
      name: 'what was refused, on demand',
      code: UNPROVEN,
      options: [{ refused: true }],
      errors: [{ message: /^it cannot be proven what this is called on/, line: 2, column: 38 }],
    },
  ],
});

const files = readFixtures('piscina').filter(
  ({ input, output }) => Object.keys(input).length === 1 && Object.keys(output).length === 1,
);

test.each(files)('mends $family/$name as the codemod does', ({ input, output }) => {
  const [[filename, code] = ['', '']] = Object.entries(input);
  const isTypeScript = /\.[mc]?tsx?$/.test(filename);
  const parser = isTypeScript ? { parser: tseslint.parser as Linter.Parser } : {};
  const sourceType =
    /\.cjs$|\.js$/.test(filename) && !/^\s*(?:import|export)\b/m.test(code) ? 'commonjs' : 'module';
  const ecmaFeatures = { jsx: /x$/.test(filename), globalReturn: false };
  const languageOptions = { ...parser, sourceType, parserOptions: { ecmaFeatures } } as const;
  const config = [...recommended, { files: ['**/*.*'], languageOptions }];
  const linter = new Linter();
  const mended = linter.verifyAndFix(code, config, { filename });
  expect(mended.messages).toEqual([]);
  expect(mended.output).toBe(output[filename] ?? code);
});

test('a schema tells of options that there are not', () => {
  const config = [
    ...recommended,
    { rules: { 'traced-pool/no-bare-dispatch': ['error', { all: true }] as const } },
  ];
  expect(() => new Linter().verify(POOL, config as Linter.Config[])).toThrow(/additional properties|"all"/i);
});
