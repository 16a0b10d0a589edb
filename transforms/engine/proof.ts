import type { ts } from 'ts-morph';
import type { Assignments } from './assignments.js';
import type { Project } from './project.js';
import type { Value } from './values.js';

/** Proves what the code's expressions are; see `Evaluator`, which does. */
export interface Proof {
  readonly project: Project;
  readonly assignments: Assignments;
  /** The value of an expression, or of what a declaration declares. */
  evaluate(node: ts.Node): Value;
  /** What an import of this specifier gives. */
  module(specifier: string, fromFile: string): Value;
  /** A property of a value, or an export of a module. */
  member(value: Value, name: string): Value;
  /** Whether a value is the library's pool class. */
  isClass(value: Value): boolean;
  /** The `extends` expression by which a class of the project descends from the library's. */
  libraryHeritage(declaration: ts.ClassLikeDeclaration): ts.Expression | undefined;
}
