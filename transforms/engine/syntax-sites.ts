import jscodeshift from 'jscodeshift';
import type { ASTNode } from 'jscodeshift';
import { ts } from 'ts-morph';
import type { Project, ProjectFile } from './project.js';

/** The places in a file that have the form of a site; whether they are any is for the proofs to say. */
export interface SyntaxSites {
  readonly constructs: ts.NewExpression[];
  readonly heritages: ts.Expression[];
  /** `receiver.verb`, called or not. */
  readonly members: (ts.PropertyAccessExpression | ts.ElementAccessExpression)[];
  /** `jest.mock('library')` and the like. */
  readonly mocks: ts.CallExpression[];
}

type Spanned = ASTNode & { start?: number; end?: number };

const MOCKING =
  /^(?:(?:jest|vi)\.(?:mock|doMock|unstable_mockModule|setMock)|mock\.module|td\.replace(?:Esm)?|rewiremock|proxyquire)$/;

function isTypescriptNode<T extends ts.Node>(guard: (node: ts.Node) => node is T) {
  return (node: ts.Node | undefined): node is T => node !== undefined && guard(node);
}

/** Finds by syntax, with jscodeshift; gives TypeScript's nodes for the same spans. */
export function findSyntaxSites(
  project: Project,
  { path, tree }: ProjectFile,
  verbs: readonly string[],
  isLibrary: (specifier: string) => boolean,
): SyntaxSites {
  const toNode = (node: Spanned | null | undefined): ts.Node | undefined =>
    node?.start == null || node.end == null ? undefined : project.nodeAt(path, node.start, node.end);
  const collect = <T extends ts.Node>(
    type: Parameters<typeof tree.find>[0],
    guard: (node: ts.Node) => node is T,
  ): T[] =>
    tree
      .find(type)
      .nodes()
      .map((node) => toNode(node as Spanned))
      .filter(isTypescriptNode(guard));

  const isVerb = (node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression => {
    if (ts.isPropertyAccessExpression(node)) return verbs.includes(node.name.text);
    return (
      ts.isElementAccessExpression(node) &&
      ts.isStringLiteralLike(node.argumentExpression) &&
      verbs.includes(node.argumentExpression.text)
    );
  };
  const isMock = (node: ts.Node): node is ts.CallExpression => {
    if (!ts.isCallExpression(node) || !MOCKING.test(node.expression.getText())) return false;
    const [specifier] = node.arguments;
    return specifier !== undefined && ts.isStringLiteralLike(specifier) && isLibrary(specifier.text);
  };
  const superClasses = [
    ...tree.find(jscodeshift.ClassDeclaration).nodes(),
    ...tree.find(jscodeshift.ClassExpression).nodes(),
  ].map((node) => toNode(node.superClass as Spanned | null));

  return {
    constructs: collect(jscodeshift.NewExpression, ts.isNewExpression),
    heritages: superClasses.filter(isTypescriptNode(ts.isExpression)),
    members: [
      ...collect(jscodeshift.MemberExpression, isVerb),
      ...collect(jscodeshift.OptionalMemberExpression, isVerb),
    ].filter((node, index, all) => all.indexOf(node) === index),
    mocks: collect(jscodeshift.CallExpression, isMock),
  };
}
