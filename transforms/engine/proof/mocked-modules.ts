import { ts } from 'ts-morph';
import { requiredSpecifier } from './functions.js';

const MOCKING =
  /^(?:(?:jest|vi)\.(?:mock|doMock|unstable_mockModule|setMock)|(?:\w+\.)*mock\.module|td\.replace(?:Esm)?|rewiremock)$/;
/** They take a module, and an object of what it is to find in the place of what it imports. */
const LOADING = /^(?:proxyquire(?:\.\w+\(\))?|esmock(?:\.\w+)?)$/;
const HAS_MOCK = /\b(?:mock\w*|doMock|setMock|replace\w*|proxyquire|esmock|rewiremock)\b/i;

function specifierOf(node: ts.Node | undefined): string | undefined {
  if (node && ts.isStringLiteralLike(node)) return node.text;
  return node && requiredSpecifier(node);
}

/** Whether a call puts a mock in the place of a module. */
export function isMocking({ expression }: ts.CallExpression): boolean {
  return MOCKING.test(expression.getText()) || LOADING.test(expression.getText());
}

/** The specifiers that a mocking call replaces, and the file, as a specifier, that they are relative to. */
function mockedBy({ expression, arguments: [first, second] }: ts.CallExpression): {
  readonly specifiers: readonly string[];
  readonly from?: string | undefined;
} {
  const own = specifierOf(first);
  if (!LOADING.test(expression.getText())) return { specifiers: own === undefined ? [] : [own] };
  const keys = second && ts.isObjectLiteralExpression(second) ? second.properties : [];
  const specifiers = keys.flatMap(({ name }) => (name && ts.isStringLiteralLike(name) ? [name.text] : []));
  return { specifiers, from: own };
}

/** What is asked of a project. */
export interface MockQuery {
  /** By path. */
  readonly files: ReadonlyMap<string, { readonly source: { readonly text: string } }>;
  sourceFile(path: string): ts.SourceFile | undefined;
  resolve(specifier: string, fromFile: string): ts.SourceFile | undefined;
}

/** Finds the files of a project that its tests replace by mocks. */
export function findMockedFiles(project: MockQuery): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node, path: string): void => {
    if (ts.isCallExpression(node) && isMocking(node)) {
      const { specifiers, from } = mockedBy(node);
      const importer = from === undefined ? path : (project.resolve(from, path)?.fileName ?? path);
      for (const specifier of specifiers) {
        const mocked = project.resolve(specifier, importer);
        if (mocked) found.add(mocked.fileName);
      }
    }
    ts.forEachChild(node, (child) => visit(child, path));
  };
  for (const [path, { source }] of project.files) {
    const file = HAS_MOCK.test(source.text) ? project.sourceFile(path) : undefined;
    if (file) visit(file, path);
  }
  return found;
}
