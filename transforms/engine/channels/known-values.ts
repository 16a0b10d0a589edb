import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { declarationOf } from './backlog-names.js';
import { slotIdOf } from './backlog-slots.js';
import type { SlotId } from './backlog-slots.js';
import { takenFrom } from './collections.js';
import { bareValue, isAnd, isOr, isPlainAssignment } from './value-syntax.js';

/** A message within what waits: the property that it is in, or `undefined` for one that is all of it. */
export type Key = string | undefined;

/** The names that are known to be of what waits, and which values are. */
export class KnownValues {
  readonly #named = new Map<SlotId, Key>();

  constructor(private readonly project: Project) {}

  /** Whether a name was there before, be it for something else. */
  add(named: SlotId, key: Key): 'new' | 'known' | 'otherwise' {
    if (this.#named.has(named)) return this.#named.get(named) === key ? 'known' : 'otherwise';
    this.#named.set(named, key);
    return 'new';
  }

  has(given: ts.Expression, key: Key): boolean {
    const node = bareValue(given);
    if (ts.isConditionalExpression(node))
      return this.has(node.whenTrue, key) && this.has(node.whenFalse, key);
    if (ts.isBinaryExpression(node)) {
      if (isOr(node)) return this.has(node.left, key) && this.has(node.right, key);
      return (isAnd(node) || isPlainAssignment(node)) && this.has(node.right, key);
    }
    if (ts.isIdentifier(node)) return this.#isNamed(node, key);
    const collection = takenFrom(node);
    if (collection && (ts.isIdentifier(collection) || ts.isPropertyAccessExpression(collection)))
      return this.#isNamed(collection, key);
    if (!ts.isPropertyAccessExpression(node)) return false;
    const slot = slotIdOf(this.project, node);
    if (slot !== undefined && this.#named.has(slot) && this.#named.get(slot) === key) return true;
    return key === undefined && this.has(node.expression, node.name.text);
  }

  #isNamed(name: ts.Node, key: Key): boolean {
    const declared = declarationOf(this.project, name);
    return declared !== undefined && this.#named.has(declared) && this.#named.get(declared) === key;
  }
}
