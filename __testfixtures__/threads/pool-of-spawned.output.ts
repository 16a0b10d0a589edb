import { spawn, Thread } from 'threads';
import { TracedThreadPoolExecutor, TracedWorker } from 'traced-pool/threads';
import type { FunctionThread } from 'threads';

type Encoder = FunctionThread<[string], string>;

const encoders = new TracedThreadPoolExecutor(() => spawn<Encoder>(new TracedWorker('./encode')), 8);

export async function encode(songs: string[]): Promise<string[]> {
  const encoded = await Promise.all(songs.map((song) => encoders.submit((encodeSong) => encodeSong(song))));
  await encoders.completed();
  await encoders.terminate();
  return encoded;
}

export const stop = (thread: Encoder) => Thread.terminate(thread);
