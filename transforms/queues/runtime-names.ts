type Runtime = typeof import('../../runtime/context.js');

/** What the codemod writes of the runtime. */
export const RUNTIME = {
  module: 'traced-pool/context',
  bind: 'bind' satisfies keyof Runtime,
  bindQueue: 'bindQueue' satisfies keyof Runtime,
  bindCalls: 'bindCalls' satisfies keyof Runtime,
} as const;

/** The same for proofs: what is bound keeps its type. */
export const RUNTIME_TYPES = `
  declare module '${RUNTIME.module}' {
    type Bound = <W>(worker: W) => W;
    export function bind<T>(target: T, ...rest: any[]): T;
    export function bindQueue<Q>(create: (bound: Bound) => Q): Q;
    export function bindCalls<F>(create: (bound: Bound) => F): F;
    export function inject<M>(message: M, ...rest: any[]): M;
    export function extract<L>(listener: L): L;
  }`;
