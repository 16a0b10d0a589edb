import type { FamilyDescription } from '../family.js';
import { executorNames } from '../proof/library.js';
import { isAnyMethod, verbTexts } from './pool-dispatch.js';
import type { PoolFamilyDefinition } from './pool-search.js';

export type PoolFamilyDescription = PoolFamilyDefinition & FamilyDescription;

/** A pool class, with what matters of it: its name, and that it has verbs. */
function toClass(name: string, { dispatch }: PoolFamilyDefinition): string {
  const verbs = isAnyMethod(dispatch) ? [] : verbTexts(dispatch);
  const methods = verbs.map((verb) => `${verb}(task: T, ...rest: any[]): Promise<R>;`);
  return `class ${name}<T = any, R = any> { ${methods.join(' ')} }`;
}

/** The pool classes and their heirs. */
function toAmbientTypes(definition: PoolFamilyDefinition): string {
  const { packages, classExports, isModuleTheDefault, executor, types } = definition;
  const exported = classExports.map((name) => (name === 'Pool' ? name : `Pool as ${name}`)).join(', ');
  const pool = toClass('Pool', definition);
  const body = isModuleTheDefault
    ? `${pool} namespace Pool { export { ${exported} }; } export = Pool;`
    : `${pool} export { ${exported} };`;
  const libraries = packages.map((name) => `declare module '${name}' { ${types ?? body} }`);
  const heirs = executorNames(definition).map((name) => `export ${toClass(name, definition)}`);
  return [...libraries, `declare module '${executor.module}' { ${heirs.join(' ')} }`].join('\n');
}

/** Describes a library whose pool is a class; `createPoolFamily` makes the family of it. */
export function definePoolFamily(definition: PoolFamilyDefinition): PoolFamilyDescription {
  return {
    ...definition,
    areNamesWords: definition.areNamesWords ?? false,
    areCallsEdited: false,
    runtimeModules: [definition.executor.module],
    verbs: verbTexts(definition.dispatch),
    ambientTypes: toAmbientTypes(definition),
  };
}
