import { definePoolFamily } from './engine/sites/pool-family.js';
import type { PoolFamilyDescription } from './engine/sites/pool-family.js';

/** What is to know of a pool library that the codemod does not know: a private one, a wrapper, one that is new. */
export interface FamilyDefinition {
  /** What `--family` and the reports call it: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** For people, what is looked for. @default the name, and `pool` */
  readonly title?: string;
  /** The packages that export the pools' classes. */
  readonly packages: readonly string[];
  /** The versions of these packages, as a range, that the executors work with. @default `*` */
  readonly versions?: string;
  /** The exports that are classes of pools, `default` among them, and the executor that takes the place of each. */
  readonly classes: Readonly<Record<string, string>>;
  /** Whether `require()` gives the default export itself. @default false */
  readonly isModuleTheDefault?: boolean;
  /** The module that exports the executors: a package, or a name that your tsconfig or package.json resolves. */
  readonly executors: string;
  /** The method that takes a task, and the executor's, which takes the same arguments. @default `to` is `from` */
  readonly dispatch: { readonly from: string; readonly to?: string; readonly kept?: readonly string[] };
  /** The executor's method for `Promise.all(items.map((item) => pool.run(item)))`. @default such calls stay apart */
  readonly map?: string;
  /** The members that an executor has beyond its parent, and that a subclass may not have. @default `to` and `map` */
  readonly members?: readonly string[];
  /** The option of the constructor that names the workers' file, for `explain`. @default `filename` */
  readonly workerOption?: string;
  /** What package.json is to gain. @default nothing */
  readonly dependency?: { readonly name: string; readonly range: string };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isOptional =
  (is: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || is(value);

const isDispatch = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value['from']) &&
  isOptional(isText)(value['to']) &&
  isOptional(isTexts)(value['kept']);

const RULES: Readonly<Record<keyof FamilyDefinition, readonly [(value: unknown) => boolean, string]>> = {
  name: [
    (value) => isText(value) && /^[a-z][a-z\d-]*$/.test(value),
    'a name of lower-case letters, digits and hyphens',
  ],
  title: [isOptional(isText), 'a text'],
  packages: [(value) => isTexts(value) && (value as string[]).length > 0, 'an array of package names'],
  versions: [isOptional(isText), 'a range of versions, such as ^2.0.0'],
  classes: [
    (value) => isRecord(value) && Object.keys(value).length > 0 && Object.values(value).every(isText),
    'an object that has the name of an executor for each class, such as { Pool: "TracedPool" }',
  ],
  isModuleTheDefault: [isOptional((value) => typeof value === 'boolean'), 'true or false'],
  executors: [
    (value) => isText(value) && !/^[./]/.test(value),
    'the name of a module that is the same from every file',
  ],
  dispatch: [isDispatch, 'an object such as { from: "run", to: "submit" }'],
  map: [isOptional(isText), 'the name of a method'],
  members: [isOptional(isTexts), 'an array of names'],
  workerOption: [isOptional(isText), 'the name of an option'],
  dependency: [
    isOptional((value) => isRecord(value) && isText(value['name']) && isText(value['range'])),
    'an object such as { name: "@acme/traced-pool", range: "^1.0.0" }',
  ],
};

/** What is wrong with a definition, without an end; `undefined` where nothing is. */
export function findMistake(definition: unknown): string | undefined {
  if (!isRecord(definition)) return 'a family must be an object';
  const label = isText(definition['name']) ? `the family ${definition['name']}` : 'a family';
  const unknown = Object.keys(definition).find((key) => !Object.hasOwn(RULES, key));
  if (unknown !== undefined)
    return `${label} has no property ${unknown}; there are: ${Object.keys(RULES).join(', ')}`;
  for (const [key, [is, what]] of Object.entries(RULES))
    if (!is(definition[key])) return `in ${label}, ${key} must be ${what}`;
  return undefined;
}

/**
 * Describes a pool library of one's own for the configuration; what is built in knows no more of its libraries.
 *
 * @throws TypeError for a definition that is none.
 */
export function defineFamily(definition: FamilyDefinition): FamilyDefinition {
  const mistake = findMistake(definition);
  if (mistake !== undefined) throw new TypeError(mistake);
  return definition;
}

/** The same, as the engine reads it. */
export function describeOwnFamily(definition: FamilyDefinition): PoolFamilyDescription {
  const { name, packages, classes, executors: module, dispatch, map, dependency } = definition;
  const { from, to = from, kept = [] } = dispatch;
  const [executor = ''] = Object.values(classes);
  return definePoolFamily({
    name,
    title: definition.title ?? `${name} pool`,
    effect: `pools of ${packages.join(', ')} become those of ${module}`,
    packages,
    supported: definition.versions ?? '*',
    classExports: Object.keys(classes),
    isModuleTheDefault: definition.isModuleTheDefault ?? false,
    executor: { module, name: executor },
    executorNames: classes,
    executorMembers: definition.members ?? [to, ...(map === undefined ? [] : [map])],
    workerSide: 'as the executors have it',
    worker: { option: definition.workerOption ?? 'filename' },
    // A method that keeps its name is one that stays.
    dispatch: { from, to, kept: to === from ? [from, ...kept] : kept },
    ...(map !== undefined && { map }),
    ...(dependency && { dependency: { ...dependency, extendsLibrary: false } }),
    // Whatever its name is: it counts where a module is named.
    areNamesWords: true,
  });
}
