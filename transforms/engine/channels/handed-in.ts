import { ts } from 'ts-morph';
import type { Key, KnownValues } from './known-values.js';
import { bareValue, isNothing, isPlainAssignment, propertyOf } from './value-syntax.js';

interface Put {
  readonly value: ts.Expression;
  readonly key: Key;
}

/** What is put where it waits, or into something that is. */
export class HandedIn {
  readonly #puts: Put[] = [];
  readonly #sought: Put[] = [];
  readonly #embedded: ts.ObjectLiteralElementLike[] = [];

  /** A value that something is given. */
  put(value: ts.Expression, key: Key): void {
    this.#puts.push({ value, key });
  }

  /** One that is looked for by what it is. */
  seek(value: ts.Expression, key: Key): void {
    this.#sought.push({ value, key });
  }

  /** A message that is a property of an object. */
  embed(property: ts.ObjectLiteralElementLike): void {
    this.#embedded.push(property);
  }

  /**
   * The messages that are not injected yet.
   *
   * @param refuse told of what stands in the way
   */
  messages(
    known: KnownValues,
    posts: Iterable<ts.CallExpression>,
    refuse: (node: ts.Node) => void,
  ): ts.Expression[] {
    const found: ts.Expression[] = [];
    const literals = new Set<ts.Node>();
    for (const { value, key } of this.#puts) {
      const bare = bareValue(value);
      if (known.has(bare, key) || isLeftEmpty(value)) continue;
      if (key === undefined) found.push(value);
      else if (ts.isObjectLiteralExpression(bare)) {
        literals.add(bare);
        const message = propertyOf(bare, key);
        if (!message) refuse(value);
        else if (!known.has(message, undefined)) found.push(message);
      } else refuse(value);
    }
    for (const { value, key } of this.#sought) if (key === undefined && !known.has(value, key)) refuse(value);
    for (const { arguments: given } of posts)
      if (given[0] && !known.has(given[0], undefined)) found.push(given[0]);
    for (const property of this.#embedded) if (!literals.has(property.parent)) refuse(property);
    return found;
  }
}

/** `let entry = null`, `worker.current = undefined`: nothing is kept. */
function isLeftEmpty(value: ts.Expression): boolean {
  const { parent } = value;
  const isName =
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    (ts.isBinaryExpression(parent) && isPlainAssignment(parent));
  return isName && isNothing(bareValue(value));
}
