import type { Tinypool as Pool, TinypoolChannel } from 'tinypool';
import { Tinypool } from 'tinypool';

function open(): Pool {
  return new Tinypool({ filename: './hatch.mjs' });
}

const hatchery = open();

export function hatch(eggs: number, channel: TinypoolChannel) {
  return hatchery.run(eggs, { channel });
}
