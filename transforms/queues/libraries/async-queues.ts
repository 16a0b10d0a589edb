import type { QueueLibrary } from '../queue-library.js';

const FACTORIES = ['queue', 'priorityQueue', 'cargo', 'cargoQueue'];

/** What https://caolan.github.io/async/v3/docs.html and its faster twin have in common, each function being a module. */
export function defineAsyncQueues(name: string): QueueLibrary {
  return {
    name,
    loses: '*',
    submodules: Object.fromEntries(
      FACTORIES.flatMap((factory) => [
        [`${name}/${factory}`, factory],
        [`${name}/${factory}.js`, factory],
      ]),
    ),
    classExports: [],
    factoryExports: FACTORIES,
    isModuleTheDefault: true,
    jobs: {},
    pushes: ['push', 'unshift', 'pushAsync', 'unshiftAsync'],
    worker: 'first',
    instanceTypes: ['QueueObject', 'AsyncQueue', 'AsyncPriorityQueue', 'AsyncCargoQueue'],
    types: `
      interface QueueObject<T = any> {
        push(task: T | T[], ...rest: any[]): any;
        unshift(task: T | T[], ...rest: any[]): any;
        pushAsync(task: T | T[], ...rest: any[]): any;
        unshiftAsync(task: T | T[], ...rest: any[]): any;
      }
      type Build = <T = any, R = any, E = any>(worker: any, ...rest: any[]) => QueueObject<T>;
      const async: { queue: Build; priorityQueue: Build; cargo: Build; cargoQueue: Build; [other: string]: any };
      const queue: Build;
      const priorityQueue: Build;
      const cargo: Build;
      const cargoQueue: Build;
      export {
        async as default, queue, priorityQueue, cargo, cargoQueue, QueueObject,
        QueueObject as AsyncQueue, QueueObject as AsyncPriorityQueue, QueueObject as AsyncCargoQueue,
      };`,
  };
}
