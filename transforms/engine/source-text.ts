const BYTE_ORDER_MARK = '\uFEFF';

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

/** The text of a file as the parsers see it; all offsets of the engine count in `text`. */
export class SourceText {
  /** Without a byte order mark. */
  readonly text: string;
  /** The line end that the file uses first; `\n` where it has none. */
  readonly lineEnd: '\n' | '\r\n';
  readonly #hasByteOrderMark: boolean;
  #lineStarts: number[] | undefined;

  constructor(readonly raw: string) {
    this.#hasByteOrderMark = raw.startsWith(BYTE_ORDER_MARK);
    this.text = this.#hasByteOrderMark ? raw.slice(1) : raw;
    const firstEnd = this.text.indexOf('\n');
    this.lineEnd = firstEnd > 0 && this.text[firstEnd - 1] === '\r' ? '\r\n' : '\n';
  }

  /** The file's text with this body in the place of its own. */
  withText(text: string): string {
    return this.#hasByteOrderMark ? BYTE_ORDER_MARK + text : text;
  }

  positionAt(offset: number): Position {
    const starts = (this.#lineStarts ??= this.#findLineStarts());
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** The inverse of `positionAt`. */
  offsetAt({ line, column }: Position): number {
    const starts = (this.#lineStarts ??= this.#findLineStarts());
    return (starts[line - 1] ?? 0) + column - 1;
  }

  /** The line of this offset, without its end. */
  lineAt(offset: number): string {
    const start = this.text.lastIndexOf('\n', offset - 1) + 1;
    return /^[^\r\n]*/.exec(this.text.slice(start))?.[0] ?? '';
  }

  /** The white space that the line of this offset begins with. */
  indentationAt(offset: number): string {
    const start = this.text.lastIndexOf('\n', offset - 1) + 1;
    return /^[ \t]*/.exec(this.text.slice(start, offset))?.[0] ?? '';
  }

  #findLineStarts(): number[] {
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1))
      starts.push(at + 1);
    return starts;
  }
}
