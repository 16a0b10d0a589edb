import type { Analysis, FileOutcome, Site } from '../engine/contracts.js';
import { SourceText } from '../engine/source-text.js';
import type { Position } from '../engine/source-text.js';

/** Finds the code of sites, as it was read and as it is once written. */
export class SiteCode {
  readonly #files: ReadonlyMap<string, FileOutcome>;
  readonly #sources = new Map<string, SourceText>();

  constructor({ files }: Pick<Analysis, 'files'>) {
    this.#files = new Map(files.map((file) => [file.path, file]));
  }

  /** The line of a site before any edit, without its end; empty where its file is not known. */
  lineBefore(site: Site): string {
    const { before = '' } = this.#files.get(site.path) ?? {};
    return this.#lineAt(before, site);
  }

  /** Where a site is once its file has been written. */
  positionAfter(site: Site): Position {
    const file = this.#files.get(site.path);
    if (!file) return site;
    const offset = this.#toSource(file.before).offsetAt(site);
    let moved = offset;
    for (const { start, end, text } of file.edits) {
      if (end <= offset) moved += text.length - (end - start);
      else if (start < offset) moved += start - offset;
    }
    return this.#toSource(file.after).positionAt(moved);
  }

  /** The line at a position of the file as it is once written, without its end. */
  lineAfter(site: Site, position: Position): string {
    const { after = '' } = this.#files.get(site.path) ?? {};
    return this.#lineAt(after, position);
  }

  #lineAt(text: string, { line }: Position): string {
    const source = this.#toSource(text);
    return source.lineAt(source.offsetAt({ line, column: 1 }));
  }

  #toSource(text: string): SourceText {
    const source = this.#sources.get(text) ?? new SourceText(text);
    this.#sources.set(text, source);
    return source;
  }
}
