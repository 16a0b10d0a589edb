import type { FamilyDescription } from '../family.js';
import { definePoolFamily } from '../sites/pool-family.js';
import type { PoolFamilyDefinition } from '../sites/pool-search.js';

/** All that is to know of a way to start workers by hand, and to send them messages. */
export interface ChannelDefinition extends Pick<
  PoolFamilyDefinition,
  | 'name'
  | 'title'
  | 'effect'
  | 'dependency'
  | 'packages'
  | 'classExports'
  | 'factoryExports'
  | 'isExecutorCalled'
  | 'executor'
  | 'executorMembers'
  | 'instanceTypes'
> {
  /** The body of the library's declaration, as far as proofs need it. */
  readonly types: string;
  /** The method that sends a message, at either end. */
  readonly verb: string;
  /** What is called where that is some news, although it cannot be followed, in a file that names the library. */
  readonly receivers: RegExp;
  /** The runtime's function that gives a message its context. */
  readonly inject: string;
  /** The one that makes a listener open what was injected, for channels that nothing else opens. */
  readonly extract: string;
  /** The one that keeps a function in the context in which it was handed in. */
  readonly bind: string;
  /** What the worker calls its own end: an export of the library, or a global name. */
  readonly ownEnd: { readonly exported: string } | { readonly global: string };
  /** Further texts that make a file worth a look: a worker need not name the library. */
  readonly words?: readonly string[];
  /** Whether what is a worker by its type has been built by the class: of processes there are others. */
  readonly isOnlyBuiltByClass: boolean;
  /** The exports that are channels of two ports, of which a worker may be handed one. */
  readonly portChannels: readonly string[];
  /** The exports that are channels between all who name them alike. */
  readonly namedChannels: readonly string[];
}

export interface ChannelFamilyDescription extends FamilyDescription {
  readonly channel: ChannelDefinition;
}

/** A channel as what the search for pools takes: its workers are the pools, and what is sent are tasks. */
export function toPoolDefinition(channel: ChannelDefinition): PoolFamilyDefinition {
  const { verb, receivers } = channel;
  return {
    ...channel,
    // A method of a subclass's own would be given the envelope.
    executorMembers: [...channel.executorMembers, verb, 'emit'],
    supported: '*',
    isModuleTheDefault: true,
    areClassesWords: true,
    workerSide: 'files untouched, but for replies',
    worker: { arguments: [0] },
    dispatch: { from: verb, to: verb, isEverydayWord: true, receivers },
  };
}

/** Describes a way to start workers by hand; `createChannelFamily` makes the family of it. */
export function defineChannelFamily(channel: ChannelDefinition): ChannelFamilyDescription {
  const pool = definePoolFamily(toPoolDefinition(channel));
  const { name, title, effect, packages, runtimeModules, areNamesWords, areCallsEdited, verbs } = pool;
  const { words, dependency, executor } = channel;
  const runtime = `declare module '${executor.module}' {
    export interface ${executor.name} {
      on(event: string, listener: (...args: any[]) => void): this;
      once(event: string, listener: (...args: any[]) => void): this;
    }
    export function inject<M>(message: M, ...rest: any[]): M;
    export function extract<L>(listener: L): L;
    export function bind<F>(target: F, ...rest: any[]): F;
  }`;
  return {
    ...{ name, title, effect, packages, runtimeModules, areNamesWords, areCallsEdited, verbs },
    ambientTypes: `${pool.ambientTypes}\n${runtime}`,
    ...(words && { words }),
    areScriptsNamed: true,
    areCallersNeeded: true,
    ...(dependency && { dependency }),
    channel,
  };
}
