import type { CollectedSpan } from './collected-span.js';
import { Collector } from './collector.js';
import { sendRequests } from './requests.js';
import type { Exchange } from './requests.js';
import { Service } from './service.js';

/** What one life of the service left behind. */
export interface Run {
  readonly exchanges: readonly Exchange[];
  readonly spans: readonly CollectedSpan[];
}

async function exchange(service: Service): Promise<Exchange[]> {
  try {
    return await sendRequests(service.origin);
  } catch (error) {
    throw new Error(`The service did not answer.\n${service.stderr}`, { cause: error });
  }
}

async function runAgainst(collector: Collector, folder: string): Promise<Run> {
  const service = await Service.start(folder, collector.endpoint);
  try {
    const exchanges = await exchange(service);
    await service.stop();
    return { exchanges, spans: collector.spans };
  } finally {
    await service.kill();
  }
}

/** Starts the service, sends it the requests, stops it, and gathers its spans. */
export async function runService(folder: string): Promise<Run> {
  const collector = await Collector.start();
  try {
    return await runAgainst(collector, folder);
  } finally {
    await collector.stop();
  }
}
