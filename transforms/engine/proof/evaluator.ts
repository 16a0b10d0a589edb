import { ts } from 'ts-morph';
import { Assignments } from './assignments.js';
import { Callers } from './callers.js';
import { Collections } from './collections.js';
import { declaredType, evaluateDeclaration } from './declarations.js';
import { evaluateCall, evaluateConstruction, evaluateResult } from './calls.js';
import { awaitedBy } from './functions.js';
import type { ExportSource } from './export-source.js';
import {
  executorNames,
  isLibraryClass,
  isLibraryFactory,
  isLibraryPart,
  isLibraryPartCall,
  isLibraryType,
} from './library.js';
import type { LibraryShape } from './library.js';
import { findExport } from './module-exports.js';
import type { Project } from '../project.js';
import type { Proof } from './proof.js';
import { ProofTrail } from './proof-trail.js';
import type { ProofPlace } from './proof-trail.js';
import { unwrap } from './unwrap.js';
import { annotate, hasMembers, NOTHING, OTHER, toPartial, union, unknown } from './values.js';
import type { FunctionValue, Value } from './values.js';

const ALTERNATIVES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
]);

const LAST_COUNTS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.CommaToken,
]);

/** Within what the stack holds; nobody writes so many names for one thing. */
const MAX_DEPTH = 400;

/** Proves what an expression is, by following the declarations of its names to the library's import. */
export class Evaluator implements Proof {
  readonly assignments: Assignments;
  readonly #callers = new Callers(this);
  readonly #collections = new Collections(this);
  readonly #known = new Map<ts.Node, Value>();
  readonly #underWay = new Set<ts.Node>();
  readonly #globals = new Map<ts.Symbol, Value>();

  #depth = 0;
  readonly #trail: ProofTrail | undefined;

  constructor(
    readonly project: Project,
    readonly shape: LibraryShape,
  ) {
    this.assignments = new Assignments(project);
    this.#trail = project.isExplained ? new ProofTrail() : undefined;
  }

  evaluate(node: ts.Node): Value {
    if (this.#depth > MAX_DEPTH) return unknown('its origin is too many steps away');
    this.#trail?.enter(node);
    this.#depth += 1;
    const value = this.#evaluateOnce(node);
    this.#depth -= 1;
    this.#trail?.leave();
    return value;
  }

  /** The places by which a node was proven; empty where the project is not explained. */
  placesFrom(node: ts.Node): ProofPlace[] {
    const matters = (child: ts.Node): boolean => {
      const kind = this.#known.get(child)?.kind;
      return kind !== undefined && kind !== 'other' && kind !== 'nothing';
    };
    return this.#trail?.placesFrom(node, matters) ?? [];
  }

  #evaluateOnce(node: ts.Node): Value {
    const known = this.#known.get(node);
    if (known) return known;
    // A value that is defined by itself adds nothing to what else defines it.
    if (this.#underWay.has(node)) return NOTHING;
    this.#underWay.add(node);
    const value = this.#evaluate(unwrap(node));
    this.#underWay.delete(node);
    this.#known.set(node, value);
    return value;
  }

  taken(call: ts.CallExpression): Value | undefined {
    return this.#collections.taken(call);
  }

  elementsOf(node: ts.Node): Value {
    return this.#collections.elementsOf(node);
  }

  argumentFor(parameter: ts.ParameterDeclaration): Value {
    const awaited = awaitedBy(parameter);
    if (awaited) return this.evaluate(awaited);
    return this.#collections.passedTo(parameter) ?? this.#callers.argumentFor(parameter);
  }

  argumentPropertyFor(parameter: ts.ParameterDeclaration, name: string): Value {
    const awaited = awaitedBy(parameter);
    return awaited ? this.propertyOf(awaited, name) : this.#callers.propertyFor(parameter, name);
  }

  propertyOf(node: ts.Expression, name: string): Value {
    const source = this.evaluate(node);
    if (hasMembers(source)) return this.member(source, name);
    const [declaration] = this.project.checker.getTypeAtLocation(node).getProperty(name)?.declarations ?? [];
    if (declaration) return annotate(this.evaluate(declaration), declaredType(declaration));
    return source.kind === 'other' ? OTHER : unknown('its origin is not known');
  }

  isClass(value: Value): boolean {
    return isLibraryClass(this.shape, value);
  }

  isPart(value: Value): boolean {
    return isLibraryPart(this.shape, value);
  }

  isPartCall(value: Value): boolean {
    return isLibraryPartCall(this.shape, value);
  }

  isType(value: Value): boolean {
    return isLibraryType(this.shape, value);
  }

  isFactory(value: Value): boolean {
    return isLibraryFactory(this.shape, value);
  }

  module(specifier: string, fromFile: string): Value {
    const name = this.project.packageName(specifier);
    if (this.shape.packages.includes(name)) return { kind: 'library' };
    const submodule = this.shape.submodules?.[name];
    if (submodule !== undefined) return { kind: 'export', name: submodule };
    if (specifier === this.shape.executor.module) return { kind: 'executor-module' };
    const file = this.project.resolve(specifier, fromFile);
    if (file) return { kind: 'module', file };
    // A package, or a file that nothing tells to have to do with the library.
    return OTHER;
  }

  member(value: Value, name: string): Value {
    switch (value.kind) {
      case 'library':
        return { kind: 'export', name };
      case 'executor-module':
        return executorNames(this.shape).includes(name) ? { kind: 'executor', name } : OTHER;
      case 'export':
        return this.#static(value, name);
      case 'module':
        return this.#exportOf(value.file, name);
      case 'unknown':
        return value;
      default:
        return OTHER;
    }
  }

  /** A property of an export: the default one has them all, and a submodule is its own default. */
  #static(value: Value & { readonly kind: 'export' }, name: string): Value {
    if (!this.shape.isModuleTheDefault) return OTHER;
    if (value.name === 'default' || this.isClass(value)) return { kind: 'export', name };
    return name === 'default' ? value : OTHER;
  }

  #exportOf(file: ts.SourceFile, name: string): Value {
    const { sources, stars } = findExport(file, name);
    if (sources.length > 0) {
      const value = union(sources.map((source) => this.#exported(source, file)));
      return this.project.mockedFiles.has(file.fileName) ? toPartial(value) : value;
    }
    const values = stars.map((specifier) => this.member(this.module(specifier, file.fileName), name));
    const found = values.find(({ kind }) => kind !== 'other');
    if (found || values.length > 0) return found ?? OTHER;
    return unknown('its module exports it in a way that cannot be followed');
  }

  #exported(source: ExportSource, file: ts.SourceFile): Value {
    if (source.kind !== 'from') return this.evaluate(source.node);
    const origin = this.module(source.specifier, file.fileName);
    return source.name === '*' ? origin : this.member(origin, source.name);
  }

  #evaluate(node: ts.Node): Value {
    if (ts.isIdentifier(node)) return this.#identifier(node);
    if (ts.isPropertyAccessExpression(node)) return this.#property(node);
    if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
      return annotate(this.evaluate(node.expression), node.type);
    }
    if (ts.isNewExpression(node)) return evaluateConstruction(this, node);
    if (ts.isCallExpression(node)) return evaluateCall(this, node);
    if (ts.isConditionalExpression(node))
      return union([node.whenTrue, node.whenFalse].map((n) => this.evaluate(n)));
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (LAST_COUNTS.has(kind)) return this.evaluate(node.right);
      return ALTERNATIVES.has(kind) ? union([this.evaluate(node.left), this.evaluate(node.right)]) : OTHER;
    }
    if (node.kind === ts.SyntaxKind.NullKeyword) return NOTHING;
    if (ts.isFunctionExpression(node) || ts.isArrowFunction(node))
      return { kind: 'function', declaration: node, annotations: [] };
    if (ts.isClassExpression(node)) return { kind: 'class', declaration: node };
    if (ts.isElementAccessExpression(node)) return this.#element(node);
    return ts.isExpression(node) ? OTHER : evaluateDeclaration(this, node);
  }

  #identifier(node: ts.Identifier): Value {
    if (node.text === 'undefined') return NOTHING;
    const { checker } = this.project;
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
    const assigned = this.assignments.to(symbol);
    const value = declarations
      .map(declaredType)
      .reduce(annotate, union([...declarations, ...assigned].map((node) => this.evaluate(node))));
    // `Map` and the like have dozens of declarations, none of which can be under way.
    const isOfProject = declarations.some((node) => this.project.files.has(node.getSourceFile().fileName));
    if (!isOfProject && assigned.length === 0) this.#globals.set(symbol, value);
    const isPool = value.kind === 'instance' || value.kind === 'function';
    return isPool && this.#isReplaced(symbol) ? toPartial(value) : value;
  }

  /** Whether something else is put in the place of a member, by its name, where types do not tell of what object. */
  #isReplaced({ name, flags }: ts.Symbol): boolean {
    if ((flags & (ts.SymbolFlags.ClassMember | ts.SymbolFlags.Property)) === 0) return false;
    return this.assignments.isReplaced(name) || this.assignments.toUntyped(name).length > 0;
  }

  #property(node: ts.PropertyAccessExpression): Value {
    const target = this.evaluate(node.expression);
    if (hasMembers(target)) {
      return this.member(target, node.name.text);
    }
    const symbol = this.project.checker.getSymbolAtLocation(node.name);
    if (symbol) return this.#symbol(symbol);
    if (target.kind !== 'unknown') return this.#untyped(node.name.text);
    const owner = ts.isIdentifier(node.expression) ? this.#declarationOf(node.expression) : undefined;
    const given = owner && ts.isParameter(owner) ? this.#callers.propertyFor(owner, node.name.text) : NOTHING;
    return given.kind === 'nothing' ? target : given;
  }

  #declarationOf(node: ts.Identifier): ts.Declaration | undefined {
    return this.project.checker.getSymbolAtLocation(node)?.declarations?.[0];
  }

  /** A property of something without a type: a name is no proof, but a pool that goes by it is worth a word. */
  #untyped(name: string): Value {
    const isPool = this.assignments
      .toUntyped(name)
      .some((expression) => this.evaluate(expression).kind === 'instance');
    return isPool ? unknown('a pool is kept under this name, in something that has no type') : OTHER;
  }

  #element(node: ts.ElementAccessExpression): Value {
    const { argumentExpression: key } = node;
    const symbol = ts.isStringLiteralLike(key) ? this.project.checker.getSymbolAtLocation(key) : undefined;
    return symbol ? this.#symbol(symbol) : this.elementsOf(node.expression);
  }

  /** What a function gives when it is called. */
  resultOf(value: FunctionValue): Value {
    return evaluateResult(this, value);
  }

  libraryHeritage(declaration: ts.ClassLikeDeclaration): ts.Expression | undefined {
    const clause = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
    let parent: ts.Expression | undefined = clause?.types[0]?.expression;
    while (parent && ts.isParenthesizedExpression(parent)) parent = parent.expression;
    if (!parent) return undefined;
    const value = this.evaluate(parent);
    if (this.isClass(value)) return parent;
    return value.kind === 'class' ? this.libraryHeritage(value.declaration) : undefined;
  }
}
