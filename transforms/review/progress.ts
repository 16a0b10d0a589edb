/** What a progress line is written to: `process.stderr`. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const PATIENCE_MILLIS = 1000;
const CLEAR_LINE = '\r\u001B[K';

/** Tells, on a terminal and in one line that it writes over, what a run is at; silent in the first second. */
export class Progress {
  readonly #start: number;
  #isShown = false;

  constructor(
    private readonly stream: ProgressStream,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#start = now();
  }

  /** @param step what comes next: `looking for Piscina pools in 12 files`. */
  tell(step: string): void {
    const { isTTY = false, columns } = this.stream;
    if (!isTTY || this.now() - this.#start < PATIENCE_MILLIS) return;
    this.#isShown = true;
    this.stream.write(`${CLEAR_LINE}${`${step} …`.slice(0, (columns || 80) - 1)}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#isShown) this.stream.write(CLEAR_LINE);
    this.#isShown = false;
  }
}
