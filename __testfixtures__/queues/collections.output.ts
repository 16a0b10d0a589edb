import PQueue from 'p-queue';
import { bind } from 'traced-pool/context';

const byCity = new Map<string, PQueue>();
const lanes = [new PQueue(), new PQueue()];
const named = { left: new PQueue(), right: new PQueue() };

export function drive(city: string, car: () => Promise<void>): void {
  if (!byCity.has(city)) byCity.set(city, new PQueue());
  void byCity.get(city)?.add(bind(car));
  for (const lane of lanes) void lane.add(bind(car));
  lanes.forEach((lane) => lane.add(bind(car)));
  void named.left.add(bind(car));
}
