import { ts } from 'ts-morph';
import type { Project } from '../project.js';

/** The name by which a function is called, if it has one. */
export function nameOfFunction(node: ts.Node): ts.Node | undefined {
  const named = ts.isConstructorDeclaration(node) ? node.parent : node;
  const { name } = named as { readonly name?: ts.Node };
  if (name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name))) return name;
  const { parent } = named;
  const isDeclared =
    (ts.isVariableDeclaration(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isPropertyAssignment(parent)) &&
    parent.initializer === named;
  if (isDeclared && (ts.isIdentifier(parent.name) || ts.isPrivateIdentifier(parent.name))) return parent.name;
  const isAssigned = ts.isBinaryExpression(parent) && parent.right === named;
  if (!isAssigned || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  return ts.isPropertyAccessExpression(parent.left)
    ? parent.left.name
    : ts.isIdentifier(parent.left)
      ? parent.left
      : undefined;
}

/** The name that a member goes by once it is taken out of its object. */
function localNameOf(node: ts.Node): ts.Identifier | undefined {
  const { parent } = node;
  if (!ts.isBindingElement(parent) || !ts.isObjectBindingPattern(parent.parent)) return undefined;
  const isKey = (parent.propertyName ?? parent.name) === node;
  // Another value in its place would be called by the same name.
  return isKey && !parent.dotDotDotToken && ts.isIdentifier(parent.name) ? parent.name : undefined;
}

/** Finds where the functions of a project are used. */
export class FunctionUses {
  #byName: Map<string, (ts.Identifier | ts.PrivateIdentifier)[]> | undefined;

  constructor(private readonly project: Project) {}

  /** The nodes that mean a function by its name, or may: of what has no type the name is all there is. */
  of(name: ts.Node): readonly ts.Node[] {
    return this.#follow(name, new Set());
  }

  /** Of `const { run } = require('./pool')` it is `run` that is used then. */
  #follow(name: ts.Node, seen: Set<ts.Node>): readonly ts.Node[] {
    if (seen.has(name)) return [];
    seen.add(name);
    const meant = this.#meaningOf(name);
    return this.#named(name, meant).flatMap((node) => {
      const local = localNameOf(node);
      if (!local) return node;
      // An import by another form: its uses are among those that are found already.
      return this.#meaningOf(local) === meant ? [] : this.#follow(local, seen);
    });
  }

  #meaningOf(name: ts.Node): ts.Symbol | undefined {
    return this.#resolve(this.project.checker.getSymbolAtLocation(name));
  }

  #named(name: ts.Node, meant: ts.Symbol | undefined): readonly ts.Node[] {
    return (this.#names().get(name.getText()) ?? []).filter((node) => {
      if (node === name) return false;
      const symbol = this.#symbolOf(node);
      if (symbol) return this.#resolve(symbol) === meant || this.#isOverridden(symbol, meant);
      return ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    });
  }

  /** A method that is called by its name in a parent or an interface may be that of any heir. */
  #isOverridden(symbol: ts.Symbol, meant: ts.Symbol | undefined): boolean {
    const general = this.#ownerOf(symbol);
    const special = meant && this.#ownerOf(meant);
    return (
      general !== undefined &&
      special !== undefined &&
      this.project.checker.isTypeAssignableTo(special, general)
    );
  }

  /** The type of the project's class or interface that a public member belongs to. */
  #ownerOf({ declarations = [] }: ts.Symbol): ts.Type | undefined {
    const member = declarations.find((node) => ts.isClassElement(node) || ts.isTypeElement(node));
    if (!member || !this.project.files.has(member.getSourceFile().fileName)) return undefined;
    if (ts.isPrivateIdentifier(member.name ?? member)) return undefined;
    return this.project.checker.getTypeAtLocation(member.parent);
  }

  #symbolOf(node: ts.Identifier | ts.PrivateIdentifier): ts.Symbol | undefined {
    const { checker } = this.project;
    const { parent } = node;
    // Of `const { run } = pool` it is the pool's that matters.
    if (
      ts.isBindingElement(parent) &&
      parent.name === node &&
      !parent.propertyName &&
      ts.isObjectBindingPattern(parent.parent)
    )
      return (
        checker.getTypeAtLocation(parent.parent).getProperty(node.text) ?? checker.getSymbolAtLocation(node)
      );
    if (ts.isShorthandPropertyAssignment(node.parent))
      return checker.getShorthandAssignmentValueSymbol(node.parent);
    return checker.getSymbolAtLocation(node);
  }

  #resolve(symbol: ts.Symbol | undefined): ts.Symbol | undefined {
    if (!symbol || (symbol.flags & ts.SymbolFlags.Alias) === 0) return symbol;
    return this.project.checker.getAliasedSymbol(symbol);
  }

  #names(): Map<string, (ts.Identifier | ts.PrivateIdentifier)[]> {
    if (this.#byName) return this.#byName;
    const names = new Map<string, (ts.Identifier | ts.PrivateIdentifier)[]>();
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
        const known = names.get(node.text);
        if (known) known.push(node);
        else names.set(node.text, [node]);
      }
      ts.forEachChild(node, visit);
    };
    for (const path of this.project.files.keys()) {
      const file = this.project.sourceFile(path);
      if (file) visit(file);
    }
    return (this.#byName = names);
  }
}
