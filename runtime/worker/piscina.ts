import { createHandlerEntry } from './handler-entry.js';
import { loadHandler } from './load-handler.js';

export = createHandlerEntry({
  load: loadHandler,
  toMissingMessage: (filename) => `No handler function exported from ${filename}`,
});
