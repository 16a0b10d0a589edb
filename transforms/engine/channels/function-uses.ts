import { ts } from 'ts-morph';
import { findType } from '../proof/pool-types.js';
import type { Project } from '../project.js';
import { ForeignReceivers } from './foreign-receivers.js';
import { NameIndex } from './name-index.js';
import type { Name } from './name-index.js';

/** What is looked for: what a name means, and the functions, or classes, that this is. */
interface Meaning {
  readonly symbol: ts.Symbol | undefined;
  readonly functions: ReadonlySet<ts.Node>;
}

/** `const { run } = mill`, `{ start: run }`: what is meant is called by that name elsewhere, which is looked for as well. */
function isDeclaring(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBindingElement(parent)) return ts.isIdentifier(parent.name) && !parent.initializer;
  const isNamed = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || hasBody(parent);
  return isNamed && (parent as { readonly name?: ts.Node }).name === node;
}

function hasBody(node: ts.Node): boolean {
  return (
    ts.isClassLike(node) ||
    (ts.isFunctionLike(node) && (node as ts.FunctionLikeDeclaration).body !== undefined)
  );
}

function ownNameOf(node: ts.Node): string[] {
  const isExpression = ts.isFunctionExpression(node) || ts.isClassExpression(node);
  return isExpression && node.name ? [node.name.text] : [];
}

/** Finds where the functions of a project, and what else is declared in it, are used, under all names that they go by. */
export class FunctionUses {
  readonly #known = new Map<ts.Node, readonly ts.Node[]>();
  readonly #functions = new Map<ts.Node, readonly ts.Node[]>();
  readonly #foreign: ForeignReceivers;
  #index: NameIndex | undefined;

  constructor(private readonly project: Project) {
    this.#foreign = new ForeignReceivers(project, this);
  }

  /** The nodes that mean a function by its name, or may: of what has no type the name is all there is. */
  of(name: ts.Node): readonly ts.Node[] {
    return this.#remember(name, () => {
      const meaning = { symbol: this.#meaningOf(name), functions: new Set(this.#functionsAt(name)) };
      return this.#find(name.getText(), meaning).filter((node) => node !== name);
    });
  }

  /** The same of a function, or a class, that has no name where it is made, such as a default export. */
  ofUnnamed(owner: ts.Node): readonly ts.Node[] {
    return this.#remember(owner, () =>
      this.#find(undefined, { symbol: undefined, functions: new Set([owner]) }),
    );
  }

  /** Whether a class that extends another has a member of this name of its own, which may be in the place of that one's. */
  isOfHeirs(member: ts.ClassElement): boolean {
    if (!member.name || ts.isPrivateIdentifier(member.name)) return false;
    return this.#names()
      .of(member.name.getText())
      .some(({ parent }) => {
        if (!ts.isClassElement(parent) || parent === member) return false;
        return ts.isClassLike(parent.parent) && parent.parent.heritageClauses !== undefined;
      });
  }

  #names(): NameIndex {
    return (this.#index ??= new NameIndex(this.project));
  }

  #remember(of: ts.Node, find: () => readonly ts.Node[]): readonly ts.Node[] {
    const known = this.#known.get(of) ?? find();
    this.#known.set(of, known);
    return known;
  }

  #find(text: string | undefined, meaning: Meaning): readonly ts.Node[] {
    const index = this.#names();
    // A function that is an expression may have a name of its own, by which it calls itself.
    const own = [...meaning.functions].flatMap(ownNameOf).filter((name) => name !== text);
    const others = new Set(own);
    const pending = [...new Set([text, undefined, ...own])];
    for (const from of pending) {
      for (const to of index.givenFor(from)) {
        if (to.text === text || others.has(to.text) || !this.#isNamed(to, meaning)) continue;
        others.add(to.text);
        pending.push(to.text);
      }
    }
    const names = [...(text === undefined ? [] : [text]), ...others];
    const computed = meaning.functions.size > 0 ? index.computed : [];
    return [
      ...(text === undefined ? [] : index.of(text)).filter((node) => this.#means(node, meaning)),
      ...[...others].flatMap((one) => index.of(one).filter((node) => this.#isUse(node, meaning))),
      ...computed
        .filter(({ expression }) => this.#hasMember(expression, names, meaning))
        .map(({ argumentExpression }) => argumentExpression),
    ];
  }

  /** Whether what is meant is a member of something, by one of its names. */
  #hasMember(node: ts.Expression, names: readonly string[], { functions }: Meaning): boolean {
    const type = findType(this.project, node);
    return names.some((name) => {
      const member = type?.getProperty(name);
      const made = member && this.project.checker.getTypeOfSymbolAtLocation(member, node).symbol;
      return (made as ts.Symbol | undefined)?.declarations?.some((one) => functions.has(one)) === true;
    });
  }

  #isNamed(node: Name, { symbol, functions }: Meaning): boolean {
    if (symbol !== undefined && this.#meaningOf(node) === symbol) return true;
    return functions.size > 0 && this.#functionsAt(node).some((one) => functions.has(one));
  }

  #means(node: Name, meaning: Meaning): boolean {
    const symbol = this.#symbolOf(node);
    if (!symbol) return this.#mayBeMember(node, meaning);
    if (meaning.functions.size > 0 && isDeclaring(node) && this.#isNamed(node, meaning)) return false;
    if (this.#mayBeTaken(node, symbol, meaning)) return true;
    if (this.#resolve(symbol) === meaning.symbol || this.#isOverridden(symbol, meaning.symbol)) return true;
    return this.#isNamed(node, meaning);
  }

  /** The same by another name. */
  #isUse(node: Name, meaning: Meaning): boolean {
    if (!this.#symbolOf(node)) return this.#mayBeMember(node, meaning);
    return !isDeclaring(node) && this.#isNamed(node, meaning);
  }

  /** A member of something that has no type, and may be anything of the project's. */
  #mayBeMember(node: Name, { symbol, functions }: Meaning): boolean {
    const { parent } = node;
    const isMember = ts.isPropertyAccessExpression(parent)
      ? parent.name === node
      : ts.isElementAccessExpression(parent);
    if (!isMember) return false;
    // What nothing declares may have been set on whatever there is.
    if (symbol === undefined || functions.size === 0) return true;
    return !this.#foreign.isForeign((parent as ts.PropertyAccessExpression).expression);
  }

  /** `({ run }) => run(task)`, where nothing tells what that is taken out of. */
  #mayBeTaken(node: Name, { declarations = [] }: ts.Symbol, { symbol, functions }: Meaning): boolean {
    const { parent } = node;
    if (symbol === undefined || functions.size === 0 || !ts.isBindingElement(parent)) return false;
    const isKey = (parent.propertyName ?? parent.name) === node && ts.isObjectBindingPattern(parent.parent);
    return (
      isKey && declarations.every(ts.isBindingElement) && !this.#foreign.isPatternOfForeign(parent.parent)
    );
  }

  /** The functions of the project that something is by its type. */
  #functionsAt(node: ts.Node): readonly ts.Node[] {
    let found = this.#functions.get(node);
    if (!found) {
      const type = findType(this.project, node as ts.Expression);
      const types = type?.isUnion() ? type.types : type ? [type] : [];
      found = types
        .flatMap(({ symbol }) => (symbol as ts.Symbol | undefined)?.declarations ?? [])
        .filter((one) => hasBody(one) && this.project.files.has(one.getSourceFile().fileName));
      this.#functions.set(node, found);
    }
    return found;
  }

  #meaningOf(name: ts.Node): ts.Symbol | undefined {
    return this.#resolve(this.project.checker.getSymbolAtLocation(name));
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

  #symbolOf(node: Name): ts.Symbol | undefined {
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
}
