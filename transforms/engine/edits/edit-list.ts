import MagicString from 'magic-string';
import type { Edit } from '../contracts.js';

/** The edits of one file: text spans, checked for overlap, applied once. */
export class EditList {
  readonly #edits: Edit[] = [];

  /** @throws Error where the edit overlaps one that is there; the same edit again is taken as one. */
  add(edit: Edit): void {
    for (const other of this.#edits) {
      const isSame = other.start === edit.start && other.end === edit.end && other.text === edit.text;
      // Two sites may each need a parenthesis at one place.
      if (isSame && (edit.end > edit.start || other.site === edit.site)) return;
      // Of two insertions at one place, the first added comes first.
      const isApart = edit.end <= other.start || other.end <= edit.start;
      if (!isApart) {
        throw new Error(`edits overlap at ${edit.start}-${edit.end} and ${other.start}-${other.end}`);
      }
    }
    this.#edits.push(edit);
  }

  get isEmpty(): boolean {
    return this.#edits.length === 0;
  }

  /** Sorted by position. */
  toArray(): Edit[] {
    return this.#edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  }

  apply(text: string): string {
    const result = new MagicString(text);
    for (const { start, end, text: replacement } of this.toArray()) {
      if (start === end) result.appendLeft(start, replacement);
      else if (replacement === '') result.remove(start, end);
      else result.overwrite(start, end, replacement);
    }
    return result.toString();
  }
}
