import { ts } from 'ts-morph';
import { Assignments } from './assignments.js';
import { Callers } from './callers.js';
import { Collections } from './collections.js';
import { declaredType } from './declarations.js';
import { evaluateResult } from './calls.js';
import { awaitedBy } from './functions.js';
import {
  isLibraryClass,
  isLibraryFactory,
  isLibraryPart,
  isLibraryPartCall,
  isLibraryType,
} from './library.js';
import type { LibraryShape } from './library.js';
import { ModuleValues } from './module-values.js';
import { NamedValues } from './named-values.js';
import { evaluateNode } from './nodes.js';
import type { Project } from '../project.js';
import type { Proof } from './proof.js';
import { ProofTrail } from './proof-trail.js';
import type { ProofPlace } from './proof-trail.js';
import { unwrap } from './unwrap.js';
import { annotate, hasMembers, NOTHING, unknown } from './values.js';
import type { FunctionValue, Value } from './values.js';

/** Within what the stack holds; nobody writes so many names for one thing. */
const MAX_DEPTH = 400;

/** Proves what an expression is, by following the declarations of its names to the library's import. */
export class Evaluator implements Proof {
  readonly assignments: Assignments;
  readonly #callers = new Callers(this);
  readonly #collections = new Collections(this);
  readonly #modules = new ModuleValues(this);
  readonly #names = new NamedValues(this, this.#callers);
  readonly #known = new Map<ts.Node, Value>();
  readonly #underWay = new Set<ts.Node>();
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
    const value = evaluateNode(this, this.#names, unwrap(node));
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
    return source.kind === 'other' ? this.#names.untyped(name) : unknown('its origin is not known');
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
    return this.#modules.module(specifier, fromFile);
  }

  member(value: Value, name: string): Value {
    return this.#modules.member(value, name);
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
