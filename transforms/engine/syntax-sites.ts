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

type Spanned = ASTNode & { readonly start?: number; readonly end?: number };

const MOCKING =
  /^(?:(?:jest|vi)\.(?:mock|doMock|unstable_mockModule|setMock)|mock\.module|td\.replace(?:Esm)?|rewiremock|proxyquire)$/;

/** The text of a property's name or of a string; `undefined` for all else. */
function textOf(node: Spanned | null | undefined): string | undefined {
  const { name, value } = (node ?? {}) as { name?: unknown; value?: unknown };
  return typeof name === 'string' ? name : typeof value === 'string' ? value : undefined;
}

function isMockCall(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && MOCKING.test(node.expression.getText());
}

function isMember(node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** Finds by syntax, in one pass of jscodeshift's visitor; gives TypeScript's nodes for the same spans. */
export function findSyntaxSites(
  project: Project,
  { path, tree }: ProjectFile,
  verbs: readonly string[],
  isLibrary: (specifier: string) => boolean,
): SyntaxSites {
  const sites: SyntaxSites = { constructs: [], heritages: [], members: [], mocks: [] };

  function add<T extends ts.Node>(
    list: T[],
    node: Spanned | null | undefined,
    guard: (found: ts.Node) => found is T,
  ): void {
    if (node?.start == null || node.end == null) return;
    const found = project.nodeAt(path, node.start, node.end);
    if (found && guard(found)) list.push(found);
  }
  const addMember = (node: Spanned & { property: Spanned }): void => {
    if (verbs.includes(textOf(node.property) ?? '')) add(sites.members, node, isMember);
  };

  jscodeshift.types.visit(tree.get().node as ASTNode, {
    visitNewExpression(found) {
      add(sites.constructs, found.node as Spanned, ts.isNewExpression);
      this.traverse(found);
    },
    visitClassDeclaration(found) {
      add(sites.heritages, found.node.superClass as Spanned | null, ts.isExpression);
      this.traverse(found);
    },
    visitClassExpression(found) {
      add(sites.heritages, found.node.superClass as Spanned | null, ts.isExpression);
      this.traverse(found);
    },
    visitMemberExpression(found) {
      addMember(found.node as Spanned & { property: Spanned });
      this.traverse(found);
    },
    visitOptionalMemberExpression(found) {
      addMember(found.node as Spanned & { property: Spanned });
      this.traverse(found);
    },
    visitCallExpression(found) {
      const specifier = textOf(found.node.arguments[0] as Spanned | undefined);
      if (specifier !== undefined && isLibrary(specifier))
        add(sites.mocks, found.node as Spanned, isMockCall);
      this.traverse(found);
    },
  });
  return sites;
}
