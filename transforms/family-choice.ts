import { listFamilies } from './families.js';
import type { KnownFamily } from './families.js';
import type { Arguments } from './review/command-line/arguments.js';
import type { LoadedConfiguration } from './review/configuration/configuration.js';
import { UsageError } from './review/usage-error.js';

type Given = Pick<Arguments, 'family' | 'alias'>;

/**
 * All families that a run may look for, by their names, those of the configuration included.
 *
 * @throws UsageError where one of its own families has the name of a built-in one.
 */
export function listKnownFamilies(loaded: LoadedConfiguration | undefined): ReadonlyMap<string, KnownFamily> {
  const own = loaded?.configuration.ownFamilies ?? [];
  const builtIn = listFamilies([]);
  const taken = own.find(({ name }) => builtIn.has(name));
  if (!taken) return listFamilies(own);
  throw new UsageError(
    `${loaded?.label}: ownFamilies has ${taken.name}, which is the name of a built-in family; rename it`,
  );
}

function checkNames(names: readonly string[], known: ReadonlyMap<string, KnownFamily>, from: string): void {
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new UsageError(`${from}: there is no family ${unknown}; there are: ${[...known.keys()].join(', ')}`);
}

function checkRivals(families: readonly KnownFamily[], label: string): void {
  const takers = new Map<string, string>();
  for (const { name, packages } of families.map(({ description }) => description)) {
    for (const taken of packages) {
      const other = takers.get(taken);
      if (other !== undefined)
        throw new UsageError(
          `${label}: the families ${other} and ${name} both look for ${taken}; leave one of them out of families`,
        );
      takers.set(taken, name);
    }
  }
}

function checkAliases(
  aliases: Readonly<Record<string, string>>,
  families: Iterable<KnownFamily>,
  from: string,
): void {
  const packages = [...families].flatMap(({ description }) => description.packages);
  const unknown = Object.entries(aliases).find(([, name]) => !packages.includes(name));
  if (!unknown) return;
  throw new UsageError(
    `${from} ${unknown.join('=')}: no family knows ${unknown[1]}; there are: ${packages.join(', ')}`,
  );
}

/**
 * The families that a run looks for, and the packages that it takes for theirs; the command line wins.
 *
 * @throws UsageError where a name is that of no family, where two families would look for the same package, or where an
 * alias stands for a package that no family knows, and so would do nothing.
 */
export function chooseFamilies(
  given: Given,
  loaded: LoadedConfiguration | undefined,
): { readonly families: readonly KnownFamily[]; readonly aliases: Readonly<Record<string, string>> } {
  const known = listKnownFamilies(loaded);
  const { configuration = {}, label = '' } = loaded ?? {};
  const { ownFamilies = [], alias = {} } = configuration;
  const own = ownFamilies.map(({ name }) => name);
  const builtIn = [...known.keys()].filter((name) => !own.includes(name));
  checkNames(configuration.families ?? [], known, `${label}: families`);
  checkNames(given.family ?? [], known, '--family');
  const names = given.family ?? [...(configuration.families ?? builtIn), ...own];
  const families = [...known].filter(([name]) => names.includes(name)).map(([, family]) => family);
  checkRivals(families, label);
  checkAliases(given.alias, families, '--alias');
  checkAliases(alias, known.values(), `${label}: alias`);
  return { families, aliases: { ...alias, ...given.alias } };
}
