import type { Observation } from 'traced-pool-codemod/dist/verify/contracts.js';
import { sendRequests } from './requests.js';
import type { Exchange } from './requests.js';
import { Service } from './service.js';
import { Sink } from './sink.js';

/** What one life of the service left behind. */
export interface Run {
  readonly exchanges: readonly Exchange[];
  readonly observation: Observation;
}

async function exchange(service: Service): Promise<Exchange[]> {
  try {
    return await sendRequests(service.origin);
  } catch (error) {
    throw new Error(`The service did not answer.\n${service.stderr}`, { cause: error });
  }
}

async function runAgainst(sink: Sink, folder: string): Promise<Run> {
  const service = await Service.start(folder, sink.endpoint);
  try {
    const exchanges = await exchange(service);
    return { exchanges, observation: await service.stop() };
  } finally {
    await service.kill();
  }
}

/** Starts the service, sends it the requests, stops it, and gives its spans. */
export async function runService(folder: string): Promise<Run> {
  const sink = await Sink.start();
  try {
    return await runAgainst(sink, folder);
  } finally {
    await sink.stop();
  }
}
