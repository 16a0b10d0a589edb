import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Family, FamilyDescription } from './engine/family.js';
import { describeOwnFamily } from './own-family.js';
import type { FamilyDefinition } from './own-family.js';

const NO_FAMILIES: ReadonlySet<string> = new Set(['engine', 'page', 'review', 'verify']);

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

/** A family that a run may look for. */
export interface KnownFamily {
  readonly description: FamilyDescription;
  /** Loads what finds its sites. */
  load(): Family;
}

/** All families by their names: those that are built in, then the user's own. */
export function listFamilies(own: readonly FamilyDefinition[]): ReadonlyMap<string, KnownFamily> {
  const builtIn = familyNames().map((name) => {
    const known = { description: describeFamily(name), load: () => loadFamily(name) };
    return [name, known] as const;
  });
  const others = own.map((definition) => {
    const description = describeOwnFamily(definition);
    const load = (): Family => {
      const { createOwnFamily } =
        require('./own-family-finder.js') as typeof import('./own-family-finder.js');
      return createOwnFamily(description);
    };
    return [definition.name, { description, load }] as const;
  });
  return new Map([...builtIn, ...others]);
}
