import { readFile } from 'node:fs/promises';

/** The pictures that the service knows, by name. */
const FILES = new Map([
  ['harbour', 'harbour.jpg'],
  ['lighthouse', 'lighthouse.png'],
  ['meadow', 'meadow.jpg'],
]);

export class UnknownImageError extends Error {
  constructor(name: string) {
    super(`There is no image named "${name}".`);
    this.name = 'UnknownImageError';
  }
}

/** @throws UnknownImageError */
export async function readImage(name: string): Promise<Uint8Array> {
  const file = FILES.get(name);
  if (!file) throw new UnknownImageError(name);
  return readFile(new URL(`../assets/${file}`, import.meta.url));
}
