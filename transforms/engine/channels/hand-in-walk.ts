import type { ts } from 'ts-morph';

/** The functions that have been looked at, on the way from one message. */
export class HandInWalk extends Set<ts.Node> {
  /** Whether the message is, or has in it, what a field has at that time: somebody else may set it before a timer is due. */
  isOfField = false;
  /** The functions inside of which the way began, that were given another, the last one first. */
  readonly #helpers: readonly ts.Node[];

  /**
   * @param isHandIn whether the message waits, and so what else is served meanwhile is none of its business.
   * @param injected the calls whose message has its context already.
   */
  constructor(
    readonly isHandIn: boolean,
    readonly injected: ReadonlySet<ts.Node> = new Set(),
    helpers: readonly ts.Node[] = [],
  ) {
    super();
    this.#helpers = helpers;
  }

  /** The function where the way ends, as it has been given what is called there. */
  get end(): ts.Node | undefined {
    return this.#helpers[0];
  }

  isInside(helper: ts.Node): boolean {
    return this.#helpers.includes(helper);
  }

  /** The way from where a function calls what it is given, no further than to itself. */
  into(helper: ts.Node): HandInWalk {
    const inside = new HandInWalk(this.isHandIn, this.injected, [helper, ...this.#helpers]);
    inside.isOfField = this.isOfField;
    return inside;
  }
}
