import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LIBRARIES } from '../queues/libraries.js';

/** The queue libraries that are installed where code in a folder, or below it, finds them. */
export function findQueuePackages(folder: string): readonly string[] {
  const folders = [folder];
  for (let inner = folder; inner !== dirname(inner); inner = dirname(inner)) folders.push(dirname(inner));
  return LIBRARIES.map(({ name }) => name).filter((name) =>
    folders.some((each) => existsSync(join(each, 'node_modules', name))),
  );
}
