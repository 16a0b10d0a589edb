/** Any function, as it is seen by who only hands its calls on. */
export type Callable = (this: unknown, ...args: unknown[]) => unknown;

/** An array, or the `arguments` of a function. */
export type Arguments = Iterable<unknown> & { readonly length: number; [index: number]: unknown };

/** Makes the calls of a wrapped function in its place. */
export interface CallHandler {
  /** Called once a call, at once; what it returns or throws is the call's outcome. It may change `args`. */
  apply(target: Callable, self: unknown, args: Arguments): unknown;
}
