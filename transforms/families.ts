import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Family, FamilyDescription } from './engine/family.js';

const NO_FAMILIES: ReadonlySet<string> = new Set(['engine', 'review']);

/** The families there are: a folder each. */
export function familyNames(): readonly string[] {
  return readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NO_FAMILIES.has(entry.name))
    .map(({ name }) => name)
    .toSorted();
}

/** Tells what a family is about, by its folder's name; what finds its sites takes half a second and is not loaded. */
export function describeFamily(name: string): FamilyDescription {
  const module = require(join(__dirname, name, 'family.js')) as { description: FamilyDescription };
  return module.description;
}

/** Loads a family by its folder's name. */
export function loadFamily(name: string): Family {
  const module = require(join(__dirname, name, 'index.js')) as { family: Family };
  return module.family;
}
