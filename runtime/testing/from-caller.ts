import { types } from 'node:util';

/**
 * Lets the stack of what is thrown begin with who called a function of ours, where test runners show the code.
 *
 * @param entry the function that was called.
 */
export function fromCaller<T>(entry: (...given: never) => unknown, work: () => T): T {
  try {
    return work();
  } catch (error) {
    // Under Jest, the errors of Node.js are of another `Error`.
    if (types.isNativeError(error)) Error.captureStackTrace(error, entry);
    throw error;
  }
}
