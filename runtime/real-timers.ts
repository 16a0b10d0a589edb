import * as timers from 'node:timers';

/** Node.js's own timers, as they are when this is loaded: a test that fakes the global ones stops no result and no span. */
export const { clearInterval, clearTimeout, setImmediate, setInterval, setTimeout } = timers;
