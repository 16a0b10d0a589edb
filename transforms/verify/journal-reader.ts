import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { Journal } from './records.js';

const CHUNK_BYTES = 1 << 18;
const NAME = /^(\d+)-(\d+)\.jsonl$/;

interface OpenJournal {
  readonly pid: number;
  readonly threadId: number;
  readonly file: number;
  readonly decoder: StringDecoder;
  /** The beginning of a line that is not all there yet. */
  rest: string;
}

export type OnRecord = (pid: number, threadId: number, record: Journal) => void;

/** Reads what the threads of a run append to their journals. */
export class JournalReader {
  readonly #journals = new Map<string, OpenJournal>();
  readonly #buffer = Buffer.alloc(CHUNK_BYTES);

  constructor(
    private readonly folder: string,
    private readonly onRecord: OnRecord,
  ) {}

  /** Reads all that is new; tells whether there was anything. */
  read(): boolean {
    let isNew = false;
    for (const name of readdirSync(this.folder)) {
      const [, pid, threadId] = NAME.exec(name) ?? [];
      if (pid === undefined || threadId === undefined) continue;
      let journal = this.#journals.get(name);
      if (!journal) {
        const file = openSync(join(this.folder, name), 'r');
        const decoder = new StringDecoder('utf8');
        journal = { pid: Number(pid), threadId: Number(threadId), file, decoder, rest: '' };
        this.#journals.set(name, journal);
      }
      isNew = this.#readOne(journal) || isNew;
    }
    return isNew;
  }

  close(): void {
    for (const { file } of this.#journals.values()) closeSync(file);
    this.#journals.clear();
  }

  #readOne(journal: OpenJournal): boolean {
    let isNew = false;
    for (;;) {
      const bytes = readSync(journal.file, this.#buffer, 0, CHUNK_BYTES, null);
      if (bytes === 0) return isNew;
      isNew = true;
      const lines = (journal.rest + journal.decoder.write(this.#buffer.subarray(0, bytes))).split('\n');
      journal.rest = lines.pop() ?? '';
      for (const line of lines) {
        const record = parse(line);
        if (record) this.onRecord(journal.pid, journal.threadId, record);
      }
    }
  }
}

/** A disk that was full for a while leaves a line that is none. */
function parse(line: string): Journal | undefined {
  try {
    return JSON.parse(line) as Journal;
  } catch {
    return undefined;
  }
}
