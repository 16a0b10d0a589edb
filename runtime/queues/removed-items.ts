/** An item of a queue of async, as `remove` shows it to its test. */
export interface Node {
  readonly data: unknown;
  readonly priority?: number;
  /** The place in time of equal priorities, where the queue is a heap: its nodes are not tested in their order. */
  readonly pushCount?: number;
}

function compareNodes([left]: readonly [Node, boolean], [right]: readonly [Node, boolean]): number {
  const byPriority = (left.priority ?? 0) - (right.priority ?? 0);
  return byPriority || (left.pushCount ?? 0) - (right.pushCount ?? 0);
}

/** What a test said of each item: of equal ones in the order in which the queue hands them out. */
export function verdictsOf(judged: readonly (readonly [Node, boolean])[]): Map<unknown, boolean[]> {
  const verdicts = new Map<unknown, boolean[]>();
  for (const [{ data }, isRemoved] of judged.toSorted(compareNodes)) {
    const known = verdicts.get(data);
    if (known) known.push(isRemoved);
    else verdicts.set(data, [isRemoved]);
  }
  return verdicts;
}
