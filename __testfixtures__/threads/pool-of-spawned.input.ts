import { Pool, spawn, Thread, Worker } from 'threads';
import type { FunctionThread } from 'threads';

type Encoder = FunctionThread<[string], string>;

const encoders = Pool(() => spawn<Encoder>(new Worker('./encode')), 8);

export async function encode(songs: string[]): Promise<string[]> {
  const encoded = await Promise.all(songs.map((song) => encoders.queue((encodeSong) => encodeSong(song))));
  await encoders.completed();
  await encoders.terminate();
  return encoded;
}

export const stop = (thread: Encoder) => Thread.terminate(thread);
