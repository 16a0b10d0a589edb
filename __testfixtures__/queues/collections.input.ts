import PQueue from 'p-queue';

const byCity = new Map<string, PQueue>();
const lanes = [new PQueue(), new PQueue()];
const named = { left: new PQueue(), right: new PQueue() };

export function drive(city: string, car: () => Promise<void>): void {
  if (!byCity.has(city)) byCity.set(city, new PQueue());
  void byCity.get(city)?.add(car);
  for (const lane of lanes) void lane.add(car);
  lanes.forEach((lane) => lane.add(car));
  void named.left.add(car);
}
