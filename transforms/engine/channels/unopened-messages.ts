import type { Project } from '../project.js';
import type { WorkerEnd } from './worker-ends.js';

/** What takes messages without a listener, in any file that may be a worker's. */
const SYNCHRONOUS = /\breceiveMessageOnPort\b/;
const LOOP = /\bon\(\s*(?:parentPort|process)\b/;

/** Finds workers that take their messages in a way that opens none. */
export class UnopenedMessages {
  readonly #synchronous: readonly string[];

  constructor(private readonly project: Project) {
    this.#synchronous = [...project.files.values()].flatMap(({ label, source: { text } }) =>
      SYNCHRONOUS.test(text) && /\bparentPort\b/.test(text) ? [label] : [],
    );
  }

  /** How, for people; `undefined` where it gives them to listeners. */
  find(end: WorkerEnd): string | undefined {
    const text =
      'path' in end ? this.project.files.get(end.path)?.source.text : 'text' in end ? end.text : '';
    if (text !== undefined && SYNCHRONOUS.test(text)) return '`receiveMessageOnPort`';
    if (text !== undefined && LOOP.test(text)) return 'a loop over `on()`';
    const [other] = this.#synchronous;
    return other === undefined ? undefined : `\`receiveMessageOnPort\` in ${other}`;
  }
}
