import { definePoolFamily } from '../engine/sites/pool-family.js';
import { RUNTIME_RANGE } from '../engine/runtime-range.js';

/**
 * Tinypool, https://github.com/tinylibs/tinypool#readme: read for 1.1 and 2.2, which have no form for `require()`.
 * Worker files stay as they are: the executor has Tinypool load its own entry first.
 */
export const description = definePoolFamily({
  name: 'tinypool',
  title: 'Tinypool pool',
  effect: 'pools of tinypool become those of traced-pool',
  packages: ['tinypool'],
  supported: '^1.0.0 || ^2.0.0',
  classExports: ['default', 'Tinypool'],
  isModuleTheDefault: false,
  executor: { module: 'traced-pool/tinypool', name: 'TracedThreadPoolExecutor' },
  executorMembers: ['submit', 'map', 'mapIterable', 'inject', 'extract', 'relayedSpans'],
  worker: { option: 'filename' },
  dispatch: { from: 'run', to: 'submit' },
  map: 'map',
  dependency: { name: 'traced-pool', range: RUNTIME_RANGE, extendsLibrary: true },
});
