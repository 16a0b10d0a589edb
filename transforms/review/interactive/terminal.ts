import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** What was typed; `end` where there is no more input, `interrupt` for Ctrl-C. */
export type Line = { readonly text: string } | 'end' | 'interrupt';

/** Somebody at a terminal, who answers in lines. */
export class Terminal {
  readonly #lines: Interface;
  readonly #typed: string[] = [];
  #isAtEnd = false;
  #isEditing = false;
  #isInterrupted = false;
  #give: ((line: Line) => void) | undefined;
  readonly #interrupt = (): void => {
    if (!this.#isEditing) this.#isInterrupted = !this.#settle('interrupt');
  };

  constructor(
    input: Readable,
    private readonly output: Writable,
  ) {
    // The terminal's own line editing does, and leaves it as it is for an editor.
    this.#lines = createInterface({ input, terminal: false });
    this.#lines.on('line', (text) => {
      if (!this.#settle({ text })) this.#typed.push(text);
    });
    this.#lines.on('close', () => {
      this.#isAtEnd = true;
      this.#settle('end');
    });
    process.on('SIGINT', this.#interrupt);
  }

  print(text: string): void {
    this.output.write(text);
  }

  ask(question: string): Promise<Line> {
    this.print(question);
    // It came while nobody was asked.
    if (this.#isInterrupted) return Promise.resolve('interrupt');
    const text = this.#typed.shift();
    if (text !== undefined) return Promise.resolve({ text });
    if (this.#isAtEnd) return Promise.resolve('end');
    this.#lines.resume();
    return new Promise((resolve) => (this.#give = resolve));
  }

  /** Has a text edited by a command, as a shell reads it; gives the text, or what went wrong. */
  edit(text: string, command: string): { readonly text: string } | { readonly problem: string } {
    const folder = mkdtempSync(join(tmpdir(), 'traced-pool-'));
    const path = join(folder, 'change.diff');
    this.#isEditing = true;
    this.#lines.pause();
    try {
      writeFileSync(path, text);
      const { status, error } = spawnSync(`${command} "${path}"`, { shell: true, stdio: 'inherit' });
      if (status !== 0) return { problem: `${command} failed (${error?.message ?? `exit code ${status}`})` };
      return { text: readFileSync(path, 'utf8') };
    } finally {
      this.#isEditing = false;
      rmSync(folder, { recursive: true, force: true });
    }
  }

  close(): void {
    process.off('SIGINT', this.#interrupt);
    this.#lines.close();
  }

  #settle(line: Line): boolean {
    const give = this.#give;
    this.#give = undefined;
    give?.(line);
    return give !== undefined;
  }
}
