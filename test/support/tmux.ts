import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 20_000;

/** The exit code of the command, and whether the settings of the terminal are as before. */
export const ENDED = /exit code (\d+), terminal (.*)$/;

const terminals = new Set<Tmux>();

/** Somebody's terminal of 80 columns and 24 lines, with a shell that runs one command, and then tells {@link ENDED}. */
export class Tmux {
  readonly #server = `traced-pool-${randomBytes(6).toString('hex')}`;

  constructor(folder: string, command: string, environment: Readonly<Record<string, string>> = {}) {
    terminals.add(this);
    const ended = '[ "$before" = "$(stty -g)" ] && now="as before" || now=changed';
    const shown = `trap : INT; before=$(stty -g); ${command}; code=$?; ${ended}; echo "exit code $code, terminal $now"; exec sleep 600`;
    const variables = Object.entries(environment).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    const size = ['-x', '80', '-y', '24'];
    this.#run('new-session', '-d', ...size, '-c', folder, ...variables, '/bin/sh', '-c', shown);
  }

  /** Types text, or keys by tmux's names, such as `Enter` and `C-c`. */
  type(...keys: readonly string[]): void {
    this.#run('send-keys', ...keys);
  }

  /** All that was shown, colours left out, with lines that were too long for the screen as they are on it. */
  get screen(): string {
    return this.#run('capture-pane', '-p', '-S', '-').trimEnd();
  }

  /** Waits until that is the end of what is shown. */
  async waitFor(expected: RegExp): Promise<string> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const { screen } = this;
      if (expected.test(screen)) return screen;
      if (Date.now() > end) throw new Error(`never shown: ${String(expected)}, but\n${screen}`);
      await setTimeout(50);
    }
  }

  close(): void {
    terminals.delete(this);
    this.#run('kill-server');
  }

  #run(...words: readonly string[]): string {
    return execFileSync('/usr/bin/tmux', ['-L', this.#server, '-f', '/dev/null', ...words], {
      encoding: 'utf8',
    });
  }
}

export function closeTerminals(): void {
  for (const terminal of terminals) terminal.close();
}
