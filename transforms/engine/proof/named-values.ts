import { ts } from 'ts-morph';
import type { Callers } from './callers.js';
import { declaredType } from './declarations.js';
import type { Proof } from './proof.js';
import { annotate, hasMembers, NOTHING, OTHER, toPartial, union } from './values.js';
import type { Value } from './values.js';

/** What names mean: variables, properties, elements. */
export class NamedValues {
  readonly #globals = new Map<ts.Symbol, Value>();

  constructor(
    private readonly proof: Proof,
    private readonly callers: Callers,
  ) {}

  identifier(node: ts.Identifier): Value {
    if (node.text === 'undefined') return NOTHING;
    const { checker } = this.proof.project;
    if (ts.isShorthandPropertyAssignment(node.parent))
      return this.#symbol(checker.getShorthandAssignmentValueSymbol(node.parent));
    if (ts.isExportSpecifier(node.parent))
      return this.#symbol(checker.getExportSpecifierLocalTargetSymbol(node.parent));
    return this.#symbol(checker.getSymbolAtLocation(node));
  }

  #symbol(symbol: ts.Symbol | undefined): Value {
    const declarations = symbol?.declarations ?? [];
    if (!symbol || declarations.length === 0) return OTHER;
    const known = this.#globals.get(symbol);
    if (known) return known;
    const assigned = this.proof.assignments.to(symbol);
    const value = declarations
      .map(declaredType)
      .reduce(annotate, union([...declarations, ...assigned].map((node) => this.proof.evaluate(node))));
    // `Map` and the like have dozens of declarations, none of which can be under way.
    const isOfProject = declarations.some((node) =>
      this.proof.project.files.has(node.getSourceFile().fileName),
    );
    if (!isOfProject && assigned.length === 0) this.#globals.set(symbol, value);
    const isPool = value.kind === 'instance' || value.kind === 'function';
    return isPool && this.#isReplaced(symbol) ? toPartial(value) : value;
  }

  /** Whether something else is put in the place of a member, by its name, where types do not tell of what object. */
  #isReplaced({ name, flags }: ts.Symbol): boolean {
    if ((flags & (ts.SymbolFlags.ClassMember | ts.SymbolFlags.Property)) === 0) return false;
    return this.proof.assignments.isReplaced(name) || this.proof.assignments.toUntyped(name).length > 0;
  }

  property(node: ts.PropertyAccessExpression): Value {
    const target = this.proof.evaluate(node.expression);
    if (hasMembers(target)) {
      return this.proof.member(target, node.name.text);
    }
    const symbol = this.proof.project.checker.getSymbolAtLocation(node.name);
    if (symbol) return this.#symbol(symbol);
    if (target.kind !== 'unknown') return this.untyped(node.name.text);
    const owner = ts.isIdentifier(node.expression) ? this.#declarationOf(node.expression) : undefined;
    const given = owner && ts.isParameter(owner) ? this.callers.propertyFor(owner, node.name.text) : NOTHING;
    return given.kind === 'nothing' ? target : given;
  }

  #declarationOf(node: ts.Identifier): ts.Declaration | undefined {
    return this.proof.project.checker.getSymbolAtLocation(node)?.declarations?.[0];
  }

  /** A property of something without a type: a name is no proof, but a pool that goes by it is worth a word. */
  untyped(name: string): Value {
    const { assignments } = this.proof;
    const isPool = [...assignments.toUntyped(name), ...assignments.written(name)].some(
      (expression) => this.proof.evaluate(expression).kind === 'instance',
    );
    const reason = 'a pool is kept under this name, in something that has no type';
    return isPool ? { kind: 'unknown', reason, isOfName: true } : OTHER;
  }

  element(node: ts.ElementAccessExpression): Value {
    const { argumentExpression: key } = node;
    const symbol = ts.isStringLiteralLike(key)
      ? this.proof.project.checker.getSymbolAtLocation(key)
      : undefined;
    return symbol ? this.#symbol(symbol) : this.proof.elementsOf(node.expression);
  }
}
