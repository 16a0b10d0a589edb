import { ts } from 'ts-morph';
import { homeOf, isLoopOverNames, leafName, namesOf, replacedBy, targetsIn } from './assigned-names.js';
import type { Project } from '../project.js';

const ASSIGNING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
]);

/** Methods that put their arguments into what they are called on, and the first argument that is an element. */
const ADDING: ReadonlyMap<string, number> = new Map([
  ['push', 0],
  ['unshift', 0],
  ['add', 0],
  ['set', 1],
  ['fill', 0],
  ['splice', 2],
]);

/** Something that is put somewhere after its declaration. */
interface Assignment {
  /** What is assigned to, or added to. */
  readonly target: ts.Expression;
  readonly values: readonly ts.Expression[];
}

class Index {
  readonly #byName = new Map<string, Assignment[]>();

  add(target: ts.Expression, values: readonly ts.Expression[], name = leafName(target)): void {
    if (name === undefined) return;
    const known = this.#byName.get(name);
    if (known) known.push({ target, values });
    else this.#byName.set(name, [{ target, values }]);
  }

  get(name: string): readonly Assignment[] {
    return this.#byName.get(name) ?? [];
  }
}

function isWritten(node: ts.Node): node is ts.PropertyAssignment | ts.ShorthandPropertyAssignment {
  return (
    (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) && ts.isIdentifier(node.name)
  );
}

interface Indexes {
  readonly assigned: Index;
  readonly added: Index;
  /** The properties of objects that are written out. */
  readonly written: ReadonlyMap<string, readonly ts.Expression[]>;
  /** The names of members that calls replace. */
  readonly replaced: ReadonlySet<string>;
}

/** What is assigned to each variable and property after its declaration, and put into it, in all files of a project. */
export class Assignments {
  #indexes: Indexes | undefined;
  /** What is assigned to, which is asked for by each symbol of that name. */
  readonly #symbols = new Map<ts.Expression, ts.Symbol | undefined>();

  constructor(private readonly project: Project) {}

  /** The right-hand sides of the assignments to a symbol. */
  to(symbol: ts.Symbol): readonly ts.Expression[] {
    return this.#of(symbol, this.#index().assigned);
  }

  /** What is put into a symbol's array, map, set or record. */
  into(symbol: ts.Symbol): readonly ts.Expression[] {
    return this.#of(symbol, this.#index().added);
  }

  /** What properties of this name are in objects that are written out, wherever those go. */
  written(name: string): readonly ts.Expression[] {
    return this.#index().written.get(name) ?? [];
  }

  /** The right-hand sides of the assignments to properties of this name of something that has no type. */
  toUntyped(name: string): readonly ts.Expression[] {
    const candidates = this.#index().assigned.get(name);
    return candidates
      .filter(({ target }) => !ts.isIdentifier(target) && !this.#symbolOf(target))
      .flatMap(({ values }) => values);
  }

  /** Whether something may be put in the place of a member of this name, of whatever object. */
  isReplaced(name: string): boolean {
    return this.#index().replaced.has(name);
  }

  #of(symbol: ts.Symbol, index: Index): readonly ts.Expression[] {
    // By name first: what a left side means costs a look at its types.
    const named = [...namesOf(symbol)].flatMap((name) => index.get(name));
    const home = homeOf(symbol);
    const candidates = home ? named.filter(({ target }) => target.getSourceFile() === home) : named;
    return candidates.filter(({ target }) => this.#means(target, symbol)).flatMap(({ values }) => values);
  }

  #index(): Indexes {
    if (this.#indexes) return this.#indexes;
    const [assigned, added, replaced] = [new Index(), new Index(), new Set<string>()];
    const written = new Map<string, ts.Expression[]>();
    const visit = (node: ts.Node): void => {
      if (ts.isBinaryExpression(node) && ASSIGNING.has(node.operatorToken.kind)) {
        if (ts.isElementAccessExpression(node.left)) added.add(node.left.expression, [node.right]);
        // Of a pattern or a loop it is told that something is assigned, not what.
        for (const target of targetsIn(node.left)) assigned.add(target, [node.right]);
      } else if (isLoopOverNames(node)) {
        for (const target of targetsIn(node.initializer)) assigned.add(target, [node.expression]);
      } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        for (const name of replacedBy(node)) replaced.add(name);
        const first = ADDING.get(node.expression.name.text);
        if (first !== undefined) added.add(node.expression.expression, node.arguments.slice(first));
      } else if (isWritten(node)) {
        const name = node.name.getText();
        const values = written.get(name) ?? [];
        values.push(ts.isPropertyAssignment(node) ? node.initializer : node.name);
        written.set(name, values);
      }
      ts.forEachChild(node, visit);
    };
    for (const path of this.project.files.keys()) {
      const file = this.project.sourceFile(path);
      if (file) visit(file);
    }
    // `module.exports` goes by another name.
    for (const { target, values } of [...assigned.get('exports')]) {
      const name = this.#symbolOf(target)?.name ?? 'exports';
      if (name !== 'exports') assigned.add(target, values, name);
    }
    return (this.#indexes = { assigned, added, replaced, written });
  }

  #symbolOf(target: ts.Expression): ts.Symbol | undefined {
    const known = this.#symbols.get(target);
    if (known || this.#symbols.has(target)) return known;
    const symbol = this.#findSymbol(target);
    this.#symbols.set(target, symbol);
    return symbol;
  }

  #findSymbol(target: ts.Expression): ts.Symbol | undefined {
    if (ts.isShorthandPropertyAssignment(target.parent))
      return this.project.checker.getShorthandAssignmentValueSymbol(target.parent);
    let name: ts.Node = target;
    if (ts.isPropertyAccessExpression(target)) name = target.name;
    else if (ts.isElementAccessExpression(target)) name = target.argumentExpression;
    const isName = ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name);
    return isName ? this.project.checker.getSymbolAtLocation(name) : undefined;
  }

  /** Whether something assigned to is a symbol, be it by the name that an import gives it. */
  #means(target: ts.Expression, symbol: ts.Symbol): boolean {
    const meant = this.#symbolOf(target);
    if (meant === symbol || !meant || (meant.flags & ts.SymbolFlags.Alias) === 0) return meant === symbol;
    return this.project.checker.getAliasedSymbol(meant) === symbol;
  }
}
