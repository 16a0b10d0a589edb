import type { QueueLibrary } from '../queue-library.js';

/** https://github.com/SGrondin/bottleneck#docs: read for 1.16 and 2.19. */
export const bottleneck: QueueLibrary = {
  name: 'bottleneck',
  loses: '*',
  submodules: { 'bottleneck/es5': 'default', 'bottleneck/es5.js': 'default', 'bottleneck/light': 'default' },
  classExports: ['default', 'Bottleneck'],
  isModuleTheDefault: true,
  isOverloaded: true,
  jobs: {
    schedule: 'after-options',
    submit: 'after-options',
    // Version 1.
    schedulePriority: { at: 1 },
    submitPriority: { at: 1 },
  },
  wraps: ['wrap'],
  instanceTypes: ['Bottleneck'],
  types: `
    class Bottleneck {
      constructor(...options: any[]);
      schedule(...args: any[]): Promise<any>;
      submit(...args: any[]): void;
      schedulePriority(...args: any[]): Promise<any>;
      submitPriority(...args: any[]): void;
      wrap<F>(job: F): F;
      chain(limiter?: Bottleneck): this;
    }
    class Group { constructor(options?: any); key(id: string): Bottleneck; }
    namespace Bottleneck { export { Bottleneck as default, Bottleneck, Group }; }
    export = Bottleneck;`,
};
