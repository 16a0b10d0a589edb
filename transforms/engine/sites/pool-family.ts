import type { FamilyDescription } from '../family.js';
import type { PoolFamilyDefinition } from './pool-search.js';

export type PoolFamilyDescription = PoolFamilyDefinition & FamilyDescription;

/** The pool class and its heir, with what matters of them: their names, and that they have a verb. */
function toAmbientTypes({
  packages,
  classExports,
  isModuleTheDefault,
  executor,
  dispatch,
}: PoolFamilyDefinition): string {
  const exported = classExports.map((name) => (name === 'Pool' ? name : `Pool as ${name}`)).join(', ');
  const pool = `class Pool<T = any, R = any> { ${dispatch.from}(task: T, ...rest: any[]): Promise<R>; }`;
  const body = isModuleTheDefault
    ? `${pool} namespace Pool { export { ${exported} }; } export = Pool;`
    : `${pool} export { ${exported} };`;
  const libraries = packages.map((name) => `declare module '${name}' { ${body} }`);
  const heir = `class ${executor.name}<T = any, R = any> { ${dispatch.from}(task: T, ...rest: any[]): Promise<R>; }`;
  return [...libraries, `declare module '${executor.module}' { export ${heir} }`].join('\n');
}

/** Describes a library whose pool is a class; `createPoolFamily` makes the family of it. */
export function definePoolFamily(definition: PoolFamilyDefinition): PoolFamilyDescription {
  return {
    ...definition,
    areNamesWords: false,
    areCallsEdited: false,
    verbs: [definition.dispatch.from],
    ambientTypes: toAmbientTypes(definition),
  };
}
