type Symbols = Readonly<Record<symbol, unknown>>;

/** What a pool asks a value that is to be transferred. The third, which `move()` sets, each copy of it keeps to itself. */
export interface MoveSymbols {
  readonly transferable: symbol;
  readonly value: symbol;
}

/** Gathers what the results of a chunk have moved, so that the reply moves it. */
export class MovedResults {
  readonly #transferList: unknown[] = [];
  #mark: symbol | undefined;

  constructor(private readonly symbols: MoveSymbols) {}

  /**
   * Gives what stands for a result in the reply. A moved value leaves its owner here and now, so that a list of things
   * that cannot be moved fails its own task and not the reply.
   *
   * @throws DataCloneError
   */
  unwrap(result: unknown): unknown {
    const mark = this.#findMark(result);
    if (!mark) return result;
    const { [this.symbols.value]: value, [this.symbols.transferable]: moved } = result as Symbols;
    const transfer = [moved].flat() as ArrayBuffer[];
    const [ownValue, ownList] = structuredClone([value, transfer], { transfer }) as [unknown, unknown[]];
    this.#transferList.push(...ownList);
    this.#mark = mark;
    return ownValue;
  }

  /** Marks the reply as moving what was gathered. */
  wrap(reply: object): object {
    if (!this.#mark) return reply;
    const { transferable, value } = this.symbols;
    return { [this.#mark]: true, [value]: reply, [transferable]: this.#transferList };
  }

  #findMark(result: unknown): symbol | undefined {
    const { transferable, value } = this.symbols;
    if (typeof result !== 'object' || result === null || !(transferable in result) || !(value in result))
      return undefined;
    return Object.getOwnPropertySymbols(result).find(
      (symbol) => Symbol.keyFor(symbol) === undefined && (result as Symbols)[symbol] === true,
    );
  }
}
