import { defineAsyncQueues } from './async-queues.js';

/** https://caolan.github.io/async/v3/docs.html#queue: read for 1.5, 2.6 and 3.2. */
export const async = defineAsyncQueues('async');
