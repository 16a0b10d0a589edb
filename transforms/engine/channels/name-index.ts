import { ts } from 'ts-morph';
import type { Project } from '../project.js';

/** A name, or the text by which a member is asked for: `pool['run']`. */
export type Name = ts.Identifier | ts.PrivateIdentifier | ts.StringLiteralLike;

/** A place where what one name means is given another. */
export interface Naming {
  /** The last part of what is named; `undefined` where it has no name, such as a default export. */
  readonly from: string | undefined;
  readonly to: Name;
}

/** The last part of what an expression names: `run` of `pool.run`. */
function leafOf(node: ts.Expression): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
    return leafOf(node.expression);
  return ts.isIdentifier(node) ? node.text : undefined;
}

function isName(node: ts.Node | undefined): node is ts.Identifier | ts.PrivateIdentifier {
  return node !== undefined && (ts.isIdentifier(node) || ts.isPrivateIdentifier(node));
}

function isLoaded(node: ts.Expression): boolean {
  if (ts.isAwaitExpression(node) || ts.isPropertyAccessExpression(node)) return isLoaded(node.expression);
  return ts.isCallExpression(node) && /^(?:require|import)$/.test(node.expression.getText());
}

function namingAt(node: ts.Node): Naming | undefined {
  if (ts.isImportSpecifier(node) || ts.isExportSpecifier(node))
    return node.propertyName && isName(node.name)
      ? { from: node.propertyName.text === 'default' ? undefined : node.propertyName.text, to: node.name }
      : undefined;
  if (ts.isImportClause(node)) return node.name && { from: undefined, to: node.name };
  if (ts.isBindingElement(node))
    return isName(node.name)
      ? { from: node.propertyName ? node.propertyName.getText() : node.name.text, to: node.name }
      : undefined;
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) {
    const from = node.initializer && leafOf(node.initializer);
    const isNamed = from !== undefined || (node.initializer && isLoaded(node.initializer));
    return isNamed && isName(node.name) ? { from, to: node.name } : undefined;
  }
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const to = ts.isPropertyAccessExpression(node.left) ? node.left.name : node.left;
  const from = leafOf(node.right);
  return from !== undefined && isName(to) ? { from, to } : undefined;
}

/** All names of a project's files, and where one is given for another. */
export class NameIndex {
  /** Where a member is called whose name is computed: `pool[method](task)`. */
  readonly computed: ts.ElementAccessExpression[] = [];
  readonly #byName = new Map<string, Name[]>();
  readonly #namings = new Map<string | undefined, Name[]>();

  constructor(project: Project) {
    const visit = (node: ts.Node): void => {
      if (isName(node)) add(this.#byName, node.text, node);
      else if (ts.isElementAccessExpression(node)) this.#addMember(node);
      const naming = namingAt(node);
      if (naming && naming.from !== naming.to.text) add(this.#namings, naming.from, naming.to);
      ts.forEachChild(node, visit);
    };
    for (const path of project.files.keys()) {
      const file = project.sourceFile(path);
      if (file) visit(file);
    }
  }

  #addMember(node: ts.ElementAccessExpression): void {
    const key = node.argumentExpression;
    if (ts.isStringLiteralLike(key)) add(this.#byName, key.text, key);
    else if (ts.isCallExpression(node.parent) && node.parent.expression === node) this.computed.push(node);
  }

  of(text: string): readonly Name[] {
    return this.#byName.get(text) ?? [];
  }

  /** The names, in their places, that are given for another one, or for what has none. */
  givenFor(text: string | undefined): readonly Name[] {
    return this.#namings.get(text) ?? [];
  }
}

function add<K>(map: Map<K, Name[]>, key: K, name: Name): void {
  const known = map.get(key);
  if (known) known.push(name);
  else map.set(key, [name]);
}
