import { defineChannelFamily } from '../engine/channels/channel-family.js';
import { RUNTIME_RANGE } from '../engine/runtime-range.js';

type Runtime = typeof import('../../runtime/context.js');

/**
 * Processes that are forked by hand, https://nodejs.org/api/child_process.html#child_processforkmodulepath-args-options:
 * read for Node.js 20 to 24. As with `worker-threads`: listeners stay as they are. What is started by `spawn` or `exec`
 * has no channel.
 */
export const description = defineChannelFamily({
  name: 'child-process',
  title: 'forked process',
  effect: 'forks of child_process become traced ones, and messages carry the context of whoever sends them',
  packages: ['child_process', 'node:child_process'],
  classExports: ['fork'],
  factoryExports: ['fork'],
  isExecutorCalled: true,
  executor: {
    module: 'traced-pool/context',
    name: 'tracedFork' satisfies keyof Runtime,
  },
  executorMembers: [],
  types: `
    class ChildProcess {
      send(message: any, ...rest: any[]): boolean;
      on(event: string, listener: (...args: any[]) => void): this;
      once(event: string, listener: (...args: any[]) => void): this;
    }
    function fork(modulePath: any, ...rest: any[]): ChildProcess;
    export { ChildProcess, fork };`,
  instanceTypes: ['ChildProcess', 'tracedFork'],
  verb: 'send',
  receivers:
    /(?:^|_)(?:child|proc|process|subprocess|fork|forked|cp)(?:s|es)?$|(?:Child|Children|Process|Proc|Fork)(?:s|es)?$|^children$/,
  inject: 'inject' satisfies keyof Runtime,
  extract: 'extract' satisfies keyof Runtime,
  bind: 'bind' satisfies keyof Runtime,
  ownEnd: { global: 'process' },
  words: ['process.send', 'process?.send'],
  isOnlyBuiltByClass: false,
  portChannels: [],
  namedChannels: [],
  dependency: { name: 'traced-pool', range: RUNTIME_RANGE, extendsLibrary: false },
});
