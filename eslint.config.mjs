import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const HOST = { process: 'readonly', console: 'readonly', setTimeout: 'readonly', setImmediate: 'readonly' };
const NODE = { require: 'readonly', module: 'writable', exports: 'writable', __dirname: 'readonly', ...HOST };

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '__testfixtures__/*/**',
      '!__testfixtures__/apps/**',
      'coverage/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      // TypeScript itself tells, by noUnusedLocals and noUnusedParameters.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: ['error', 'smart'],
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
        { selector: 'ExportAllDeclaration', message: 'List the names one by one.' },
        {
          selector: "CallExpression[callee.object.name='process'][callee.property.name='exit']",
          message: 'Only cli.ts exits.',
        },
      ],
      'no-shadow': 'error',
    },
  },
  { files: ['transforms/*/index.ts', '*.config.mjs'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['transforms/cli.ts', 'demo/**', 'bench/**', '__testfixtures__/apps/**', 'test/support/*.cjs'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': 'off' },
  },
  // They add to types of Jest and Vitest, whose form is theirs.
  {
    files: ['runtime/testing/{jest,jest-globals,vitest}.*ts'],
    rules: { '@typescript-eslint/no-empty-object-type': 'off', '@typescript-eslint/no-namespace': 'off' },
  },
  // `module.exports` and `require()` are what these files are about, or for.
  { files: ['**/*.cjs'], languageOptions: { globals: NODE } },
  {
    files: [
      '**/*.cjs',
      'transforms/families.ts',
      'transforms/verify/preload/**',
      'runtime/raw/create-executor.ts',
    ],
    rules: { '@typescript-eslint/no-require-imports': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**'],
    rules: { '@typescript-eslint/no-empty-function': 'off', '@typescript-eslint/no-dynamic-delete': 'off' },
  },
);
