type Call = <Args extends unknown[], Result>(callee: (...args: Args) => Result, ...args: Args) => Result;

/** What `async-hooks.ts` is to a browser, whose bundlers find this file in its place: there is nothing to carry. */
export const AsyncLocalStorage = {
  snapshot:
    (): Call =>
    (callee, ...args) =>
      callee(...args),
};
