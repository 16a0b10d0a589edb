import type { Piscina } from 'piscina';

export async function race(lanes: ReadonlyMap<string, Piscina>, relay: readonly Piscina[]) {
  for (const lane of lanes.values()) await lane.run('start');
  return Promise.all(relay.map((lane) => lane.run('start')));
}
