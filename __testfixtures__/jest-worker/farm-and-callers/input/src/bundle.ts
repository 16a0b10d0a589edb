import { createFarm } from './farm';

const farm = createFarm();

export async function bundle(file: string): Promise<string> {
  const tree = await farm.parse(file);
  return farm.print(tree);
}
