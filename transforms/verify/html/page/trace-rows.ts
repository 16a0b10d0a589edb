import type { PageTrace } from './data.js';

/** Which spans of a trace are to be seen: those that a filter lets through with all above them, less what is collapsed. */
export class TraceRows {
  readonly #parents: readonly number[];
  /** For each span the index behind all that is below it. */
  readonly #ends: readonly number[];
  readonly #collapsed = new Set<number>();
  #wanted: ReadonlySet<number> | undefined;

  constructor({ spans }: PageTrace) {
    const parents: number[] = [];
    const ends: number[] = spans.map((_, index) => index + 1);
    const path: number[] = [];
    spans.forEach(({ depth }, index) => {
      path.length = depth;
      parents.push(path.at(-1) ?? -1);
      for (const above of path) ends[above] = index + 1;
      path.push(index);
    });
    this.#parents = parents;
    this.#ends = ends;
  }

  /** The index of what is above a span; −1 where nothing is. */
  parentOf(index: number): number {
    return this.#parents[index] ?? -1;
  }

  /** The spans to be seen, by their indexes. */
  list(): number[] {
    const shown: number[] = [];
    for (let index = 0; index < this.#ends.length;) {
      if (this.#isWanted(index)) shown.push(index);
      index = this.#collapsed.has(index) ? (this.#ends[index] ?? index + 1) : index + 1;
    }
    return shown;
  }

  /** How many of the spans below one the filter lets through. */
  countBelow(index: number): number {
    const end = this.#ends[index] ?? 0;
    if (!this.#wanted) return end - index - 1;
    let count = 0;
    for (let below = index + 1; below < end; below += 1) if (this.#isWanted(below)) count += 1;
    return count;
  }

  isCollapsed(index: number): boolean {
    return this.#collapsed.has(index);
  }

  setCollapsed(index: number, isCollapsed: boolean): void {
    if (isCollapsed && this.countBelow(index) > 0) this.#collapsed.add(index);
    else this.#collapsed.delete(index);
  }

  /** Collapses all that is below a span, or expands it where all of it is. */
  toggleBelow(index: number): void {
    const below: number[] = [];
    for (let at = index + 1; at < (this.#ends[index] ?? 0); at += 1)
      if (this.countBelow(at) > 0) below.push(at);
    const isCollapsed = below.every((one) => this.#collapsed.has(one));
    for (const one of below) this.setCollapsed(one, !isCollapsed);
    this.#collapsed.delete(index);
  }

  /** Expands all that is above a span. */
  reveal(index: number): void {
    for (let at = this.parentOf(index); at !== -1; at = this.parentOf(at)) this.#collapsed.delete(at);
  }

  /** @param matches `undefined` where there is no filter */
  filter(matches: ReadonlySet<number> | undefined): void {
    if (!matches && !this.#wanted) return;
    this.#wanted = matches && this.#withAbove(matches);
    this.#collapsed.clear();
  }

  #withAbove(matches: ReadonlySet<number>): ReadonlySet<number> {
    const wanted = new Set(matches);
    for (const match of matches) {
      let at = this.parentOf(match);
      while (at !== -1 && !wanted.has(at)) {
        wanted.add(at);
        at = this.parentOf(at);
      }
    }
    return wanted;
  }

  #isWanted(index: number): boolean {
    return this.#wanted?.has(index) ?? true;
  }
}
