import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Node, Project } from 'ts-morph';
import { REPOSITORY } from './support/fixtures.js';

const SOURCE_ROOTS = ['runtime', 'transforms', 'demo'];
const NOT_FAMILIES = new Set(['engine', 'page', 'review', 'verify']);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

function sourceFiles(root: string): string[] {
  return readdirSync(join(REPOSITORY, root), { recursive: true, encoding: 'utf8' })
    .map((name) => `${root}/${name.split(sep).join('/')}`)
    .filter(
      (name) => /\.m?ts$/.test(name) && !/\.d\.m?ts$/.test(name) && !/(^|\/)(dist|node_modules)\//.test(name),
    );
}

/** Every import of one source file by another, type-only ones and `typeof import()` included. */
function readImports(files: readonly string[]): Import[] {
  const project = new Project({ useInMemoryFileSystem: true });
  const known = new Set(files);
  const toFile = (from: string, specifier: string): string | undefined => {
    const path = relative(REPOSITORY, resolve(REPOSITORY, dirname(from), specifier))
      .split(sep)
      .join('/');
    return [path.replace(/\.js$/, '.ts'), path.replace(/\.mjs$/, '.mts')].find((candidate) =>
      known.has(candidate),
    );
  };
  // All of them first: a file that is added makes the project read the others again.
  const sources = files.map((from) => ({
    from,
    file: project.createSourceFile(`/${from}`, readFileSync(join(REPOSITORY, from), 'utf8')),
  }));
  return sources.flatMap(({ from, file }) => {
    const typeOnly = new Set(
      [...file.getImportDeclarations(), ...file.getExportDeclarations()]
        .filter((declaration) => declaration.isTypeOnly())
        .map((declaration) => declaration.getModuleSpecifier()),
    );
    return file.getImportStringLiterals().flatMap((literal) => {
      const specifier = literal.getLiteralValue();
      const to = specifier.startsWith('.') ? toFile(from, specifier) : undefined;
      if (specifier.startsWith('.') && to === undefined)
        throw new Error(`${from} imports ${specifier}, which is not there`);
      const isInType = literal.getParent()?.getKindName() === 'LiteralType';
      return to ? [{ from, to, isTypeOnly: isInType || typeOnly.has(literal as never) }] : [];
    });
  });
}

const files = SOURCE_ROOTS.flatMap(sourceFiles);
const imports = readImports(files);
const format = ({ from, to }: Import): string => `${from} -> ${to}`;
const offenders = (isOffence: (edge: Import) => boolean): string[] => imports.filter(isOffence).map(format);

const family = (path: string): string | undefined => {
  const [root, folder, ...rest] = path.split('/');
  return root === 'transforms' && folder && rest.length > 0 && !NOT_FAMILIES.has(folder) ? folder : undefined;
};

test('the test sees the imports', () => {
  expect(imports.length).toBeGreaterThan(100);
  expect(
    offenders(
      ({ from, to }) => from === 'transforms/piscina/index.ts' && to === 'transforms/piscina/family.ts',
    ),
  ).toHaveLength(1);
});

test('runtime never imports transforms, and transforms only the types of runtime', () => {
  expect(offenders(({ from, to }) => from.startsWith('runtime/') && !to.startsWith('runtime/'))).toEqual([]);
  expect(
    offenders(
      ({ from, to, isTypeOnly }) =>
        from.startsWith('transforms/') && to.startsWith('runtime/') && !isTypeOnly,
    ),
  ).toEqual([]);
});

test('main-thread code and worker code never import each other', () => {
  const isWorker = (path: string): boolean => path.startsWith('runtime/worker/');
  const isShared = (path: string): boolean => /^runtime\/((protocol|propagation)\/.+)\.ts$/.test(path);
  expect(offenders(({ from, to }) => isWorker(from) && !isWorker(to) && !isShared(to))).toEqual([]);
  expect(offenders(({ from, to }) => !isWorker(from) && isWorker(to))).toEqual([]);
});

test('what tests import is loaded by no application', () => {
  const isTesting = (path: string): boolean => /^runtime\/testing[./]/.test(path);
  expect(imports.some(({ from, to }) => isTesting(from) && isTesting(to))).toBe(true);
  expect(offenders(({ from, to }) => !isTesting(from) && isTesting(to))).toEqual([]);
});

test('a family imports itself, the engine and types of the runtime; the engine knows no family', () => {
  expect(
    offenders(({ from, to }) => {
      const own = family(from);
      return own !== undefined && family(to) !== own && !/^(transforms\/engine|runtime)\//.test(to);
    }),
  ).toEqual([]);
  expect(
    offenders(
      ({ from, to }) => from.startsWith('transforms/engine/') && !to.startsWith('transforms/engine/'),
    ),
  ).toEqual([]);
});

test('the scripts of pages import themselves and what pages share, and give the codemod types only', () => {
  const pages = ['transforms/review/html/page/', 'transforms/verify/html/page/'];
  const shared = 'transforms/page/browser/';
  const folder = (path: string): string | undefined =>
    [shared, ...pages].find((prefix) => path.startsWith(prefix));
  for (const page of pages) expect(imports.some(({ from }) => from.startsWith(page))).toBe(true);
  expect(
    offenders(({ from, to }) => {
      const own = folder(from);
      return own !== undefined && folder(to) !== own && folder(to) !== shared;
    }),
  ).toEqual([]);
  expect(
    offenders(({ from, to, isTypeOnly }) => !folder(from) && folder(to) !== undefined && !isTypeOnly),
  ).toEqual([]);
});

test('what pages share knows none of them', () => {
  expect(
    offenders(({ from, to }) => from.startsWith('transforms/page/') && !to.startsWith('transforms/page/')),
  ).toEqual([]);
});

test('nothing imports tests or fixtures', () => {
  expect(offenders(({ to }) => /^(test|__testfixtures__)\//.test(to))).toEqual([]);
});

test('there are no cycles', () => {
  const targets = new Map(
    files.map((file) => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]),
  );
  const done = new Set<string>();
  const findCycle = (path: readonly string[]): readonly string[] | undefined => {
    const file = path.at(-1) ?? '';
    if (path.indexOf(file) < path.length - 1) return path;
    if (done.has(file)) return undefined;
    for (const target of targets.get(file) ?? []) {
      const cycle = findCycle([...path, target]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  expect(files.map((file) => findCycle([file])).find(Boolean)).toBeUndefined();
});

test('only the command line prints or exits', () => {
  const project = new Project({ useInMemoryFileSystem: true });
  const printing = files.filter((path) => {
    if (path === 'transforms/cli.ts' || path.startsWith('demo/')) return false;
    const text = readFileSync(join(REPOSITORY, path), 'utf8');
    if (!/console|process/.test(text)) return false;
    return project
      .createSourceFile(`/${path}`, text)
      .getDescendants()
      .some(
        (node) =>
          Node.isPropertyAccessExpression(node) &&
          /^(console\.\w+|process\.(exit|stdout|stderr))$/.test(node.getText()),
      );
  });
  expect(printing).toEqual([]);
});
