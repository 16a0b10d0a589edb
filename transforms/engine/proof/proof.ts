import type { ts } from 'ts-morph';
import type { Assignments } from './assignments.js';
import type { LibraryShape } from './library.js';
import type { Project } from '../project.js';
import type { Value } from './values.js';

/** Proves what the code's expressions are; see `Evaluator`, which does. */
export interface Proof {
  readonly project: Project;
  readonly shape: LibraryShape;
  readonly assignments: Assignments;
  /** The value of an expression, or of what a declaration declares. */
  evaluate(node: ts.Node): Value;
  /** What is taken out of a collection by a call such as `pools.get(name)`; `undefined` for any other call. */
  taken(call: ts.CallExpression): Value | undefined;
  /** What an element of a collection may be. */
  elementsOf(node: ts.Node): Value;
  /** What a parameter may be by what its function is called with, or by whom; nothing where no call tells. */
  argumentFor(parameter: ts.ParameterDeclaration): Value;
  /** A property of what an expression gives. */
  propertyOf(node: ts.Expression, name: string): Value;
  /** A property of what a parameter may be; nothing where no call tells. */
  argumentPropertyFor(parameter: ts.ParameterDeclaration, name: string): Value;
  /** What an import of this specifier gives. */
  module(specifier: string, fromFile: string): Value;
  /** A property of a value, or an export of a module. */
  member(value: Value, name: string): Value;
  /** Whether a value is the library's pool class. */
  isClass(value: Value): boolean;
  /** Whether a value is a class of what pools are made of. */
  isPart(value: Value): boolean;
  /** Whether a value, when it is called with a part, gives one that is ready. */
  isPartCall(value: Value): boolean;
  /** Whether a value, as a type, is that of a pool. */
  isType(value: Value): boolean;
  /** Whether a value builds a pool when it is called. */
  isFactory(value: Value): boolean;
  /** The `extends` expression by which a class of the project descends from the library's. */
  libraryHeritage(declaration: ts.ClassLikeDeclaration): ts.Expression | undefined;
}
