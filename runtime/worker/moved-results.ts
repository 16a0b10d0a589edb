type Symbols = Readonly<Record<symbol, unknown>>;

// `src/symbols.ts` of piscina 5.3; the third, which `Piscina.move()` sets, each copy of it keeps to itself.
const TRANSFERABLE = Symbol.for('Piscina.transferable');
const VALUE = Symbol.for('Piscina.valueOf');

function findMark(result: unknown): symbol | undefined {
  if (typeof result !== 'object' || result === null || !(TRANSFERABLE in result) || !(VALUE in result))
    return undefined;
  return Object.getOwnPropertySymbols(result).find(
    (symbol) => Symbol.keyFor(symbol) === undefined && (result as Symbols)[symbol] === true,
  );
}

/** Gathers what the results of a chunk have moved, so that the reply moves it. */
export class MovedResults {
  readonly #transferList: unknown[] = [];
  #mark: symbol | undefined;

  /**
   * Gives what stands for a result in the reply. A moved value leaves its owner here and now, so that a list of things
   * that cannot be moved fails its own task and not the reply.
   *
   * @throws DataCloneError
   */
  unwrap(result: unknown): unknown {
    const mark = findMark(result);
    if (!mark) return result;
    const { [VALUE]: value, [TRANSFERABLE]: moved } = result as Symbols;
    const transfer = [moved].flat() as ArrayBuffer[];
    const [ownValue, ownList] = structuredClone([value, transfer], { transfer }) as [unknown, unknown[]];
    this.#transferList.push(...ownList);
    this.#mark = mark;
    return ownValue;
  }

  /** Marks the reply as moving what was gathered. */
  wrap(reply: object): object {
    if (!this.#mark) return reply;
    return { [this.#mark]: true, [VALUE]: reply, [TRANSFERABLE]: this.#transferList };
  }
}
