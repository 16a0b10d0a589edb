import type { TinypoolChannel } from 'tinypool';
import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

function open(): TracedThreadPoolExecutor {
  return new TracedThreadPoolExecutor({ filename: './hatch.mjs' });
}

const hatchery = open();

export function hatch(eggs: number, channel: TinypoolChannel) {
  return hatchery.submit(eggs, { channel });
}
