import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Family } from './engine/family.js';

const NO_FAMILIES: ReadonlySet<string> = new Set(['engine', 'review']);

/** The families there are: a folder each. */
export function familyNames(): readonly string[] {
  return readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NO_FAMILIES.has(entry.name))
    .map(({ name }) => name)
    .toSorted();
}

/** Loads a family by its folder's name. */
export function loadFamily(name: string): Family {
  const module = require(join(__dirname, name, 'index.js')) as { family: Family };
  return module.family;
}
