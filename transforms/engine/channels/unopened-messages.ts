import type { Project } from '../project.js';
import { findThreadFiles } from './thread-files.js';
import type { WorkerEnd } from './worker-ends.js';

/** What takes messages without a listener, in any file that a worker loads. */
const SYNCHRONOUS = /\breceiveMessageOnPort\b/;
const LOOP = /\bon\(\s*(?:parentPort|process)!?\s*,\s*['"`]message/;

/** Finds workers that take their messages in a way that opens none. */
export class UnopenedMessages {
  readonly #known = new Map<string, string | undefined>();
  /** The files that may be loaded where it is not named what is. */
  readonly #synchronous: readonly string[];

  constructor(private readonly project: Project) {
    this.#synchronous = [...project.files.values()].flatMap(({ path, source: { text } }) =>
      SYNCHRONOUS.test(text) && /\bparentPort\b/.test(text) ? [path] : [],
    );
  }

  /** How, for people; `undefined` where it gives them to listeners. */
  find(end: WorkerEnd): string | undefined {
    if ('text' in end) return findIn(end.text, '') ?? this.#findAnywhere();
    if ('unknown' in end) return this.#findAnywhere();
    return end.paths.map((path) => this.#findOf(path)).find(Boolean);
  }

  #findOf(path: string): string | undefined {
    if (!this.#known.has(path)) this.#known.set(path, this.#findFrom(path));
    return this.#known.get(path);
  }

  #findFrom(start: string): string | undefined {
    const { files, isWhole } = findThreadFiles(this.project, [start]);
    for (const path of files) {
      const file = this.project.files.get(path);
      const found = file && findIn(file.source.text, path === start ? '' : ` in ${file.label}`);
      if (found !== undefined) return found;
    }
    return isWhole ? undefined : this.#findAnywhere();
  }

  #findAnywhere(): string | undefined {
    const [other] = this.#synchronous;
    return other === undefined
      ? undefined
      : `\`receiveMessageOnPort\` in ${this.project.files.get(other)?.label ?? other}`;
  }
}

function findIn(text: string, place: string): string | undefined {
  if (SYNCHRONOUS.test(text)) return `\`receiveMessageOnPort\`${place}`;
  return LOOP.test(text) ? `a loop over \`on()\`${place}` : undefined;
}
