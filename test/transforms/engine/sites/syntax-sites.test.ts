import { ts } from 'ts-morph';
import { findSyntaxSites } from '../../../../transforms/engine/sites/syntax-sites.js';

/** The texts of what is found, by kind. */
function find(text: string, name = 'a.tsx'): Record<string, string[]> {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
  const sites = findSyntaxSites(file, {
    isVerb: (verb) => verb === 'run',
    isLibrary: (specifier) => specifier === 'piscina',
  });
  return Object.fromEntries(
    Object.entries(sites)
      .map(([kind, nodes]) => [kind, nodes.map((node: ts.Node) => node.getText())] as const)
      .filter(([, texts]) => texts.length > 0),
  );
}

it.each([
  ['pool.run(1);', 'pool.run'],
  ['pool?.run(1);', 'pool?.run'],
  ['this.#pool!.run(1);', 'this.#pool!.run'],
  ['const run = pool.run;', 'pool.run'],
  ["pool['run'](1);", "pool['run']"],
  ['pool[run](1);', 'pool[run]'],
  ['class A { @pool.run() method() {} }', 'pool.run'],
  ['super.run;', 'super.run'],
])('finds the member in %s', (text, member) => {
  expect(find(text)).toEqual({ members: [member] });
});

it.each([
  'pool.running(1);',
  'pool.#run;',
  'run(1);',
  'const view = <pool.run>{1}</pool.run>;',
  'const view = <pool.run />;',
  'let task: typeof pool.run;',
  'interface A extends pool.run {}',
  'class A implements pool.run {}',
  'type A = { run(): void };',
  '/** {@link pool.run} */ let a;',
])('finds none in %s', (text) => {
  expect(find(text)).toEqual({});
});

it('finds constructions, and superclasses without their parentheses and type arguments', () => {
  expect(
    find('new (Piscina)({}); class A extends Pool<string> {} const B = class extends (lib.Pool) {};'),
  ).toEqual({
    constructs: ['new (Piscina)({})'],
    heritages: ['Pool', 'lib.Pool'],
  });
});

it('finds what is nested, the outer first', () => {
  expect(find('outer.run(inner.run(new A(new B())));')).toEqual({
    members: ['outer.run', 'inner.run'],
    constructs: ['new A(new B())', 'new B()'],
  });
});

it('finds where the library is mocked, and nothing else that names it', () => {
  const text =
    "jest.mock('piscina'); vi.mock(('piscina')); vi.mock(import('piscina')); jest.mock('other'); jest.fn('piscina');";
  expect(find(text)).toEqual({
    mocks: ["jest.mock('piscina')", "vi.mock(('piscina'))", "vi.mock(import('piscina'))"],
  });
});

describe('where any method may be a verb', () => {
  const findMethods = (text: string): string[] => {
    const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ESNext, true);
    const query = { isVerb: (name: string) => name !== 'end', isLibrary: () => false, isAnyMethod: true };
    return findSyntaxSites(file, query).members.map((node) => node.getText());
  };

  it.each([
    ['farm.lint(file);', ['farm.lint']],
    ['farm?.lint?.(file);', ['farm?.lint']],
    ['(farm.lint as Lint)!(file);', ['farm.lint']],
    ['farm[method](file);', ['farm[method]']],
    ['farm[method].apply(farm, files);', ['farm[method].apply', 'farm[method]']],
    ['farm.end();', []],
    ['const { size } = farm.options; files.push(farm.lint);', ['files.push']],
  ])('finds what is called in %s', (text, members) => {
    expect(findMethods(text)).toEqual(members);
  });
});

it('finds calls where they may build something, and else none', () => {
  const file = ts.createSourceFile('a.ts', 'pool(); lib.pool()', ts.ScriptTarget.ESNext, true);
  const query = { isVerb: () => false, isLibrary: () => false };
  const callsBy = (hasFactories: boolean): string[] =>
    findSyntaxSites(file, { ...query, hasFactories }).calls.map((node) => node.getText());
  expect([callsBy(false), callsBy(true)]).toEqual([[], ['pool()', 'lib.pool()']]);
});
