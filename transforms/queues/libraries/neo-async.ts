import { defineAsyncQueues } from './async-queues.js';

/** https://suguru03.github.io/neo-async/doc/async.queue.html: read for 2.6. */
export const neoAsync = defineAsyncQueues('neo-async');
