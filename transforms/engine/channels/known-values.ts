import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { declarationOf } from './backlog-names.js';
import type { Named } from './backlog-names.js';
import { takenFrom } from './collections.js';
import { bareValue, isAnd, isPlainAssignment } from './value-syntax.js';

/** A message within what waits: the property that it is in, or `undefined` for one that is all of it. */
export type Key = string | undefined;

/** The names that are known to be of what waits, and which values are. */
export class KnownValues {
  readonly #named = new Map<ts.Node, Key>();

  constructor(private readonly project: Project) {}

  /** Whether a name was there before, be it for something else. */
  add(named: Named, key: Key): 'new' | 'known' | 'otherwise' {
    if (this.#named.has(named)) return this.#named.get(named) === key ? 'known' : 'otherwise';
    this.#named.set(named, key);
    return 'new';
  }

  has(given: ts.Expression, key: Key): boolean {
    const node = bareValue(given);
    if (ts.isBinaryExpression(node))
      return (isAnd(node) || isPlainAssignment(node)) && this.has(node.right, key);
    if (ts.isIdentifier(node)) return this.#isNamed(node, key);
    const collection = takenFrom(node);
    if (collection && (ts.isIdentifier(collection) || ts.isPropertyAccessExpression(collection)))
      return this.#isNamed(collection, key);
    if (key !== undefined || !ts.isPropertyAccessExpression(node)) return false;
    return this.has(node.expression, node.name.text);
  }

  #isNamed(name: ts.Node, key: Key): boolean {
    const declared = declarationOf(this.project, name);
    return declared !== undefined && this.#named.has(declared) && this.#named.get(declared) === key;
  }
}
