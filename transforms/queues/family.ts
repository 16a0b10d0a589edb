import type { FamilyDescription } from '../engine/family.js';
import { RUNTIME_RANGE } from '../engine/runtime-range.js';
import { LIBRARIES } from './libraries.js';
import { RUNTIME, RUNTIME_TYPES } from './runtime-names.js';

const packages = LIBRARIES.map(({ name }) => name);
const CALLS = '(';

function verbsOf(): string[] {
  const named = LIBRARIES.flatMap(({ jobs, pushes = [], wraps = [] }) => [
    ...Object.keys(jobs),
    ...pushes,
    ...wraps,
  ]);
  return [...new Set([...named, ...(LIBRARIES.some(({ called }) => called) ? [CALLS] : [])])];
}

/** Queues that run jobs in this thread, but in the context of whoever drained the queue; each is read in `libraries/`. */
export const description: FamilyDescription = {
  name: 'queues',
  title: 'in-process queue',
  effect: `jobs of ${packages.join(', ')} keep the context of whoever submits them, where that is lost`,
  packages,
  runtimeModules: [RUNTIME.module],
  areNamesWords: true,
  areCallsEdited: true,
  verbs: verbsOf(),
  ambientTypes: [
    ...LIBRARIES.map(({ name, types }) => `declare module '${name}' {${types}\n}`),
    RUNTIME_TYPES,
  ].join('\n'),
  dependency: { name: 'traced-pool', range: RUNTIME_RANGE, extendsLibrary: false },
};
