import { createHandlerEntry } from './handler-entry.js';
import { loadHandler } from './load-handler.js';

export = createHandlerEntry({
  load: loadHandler,
  toMissingMessage: (filename) => `No handler function exported from ${filename}`,
  // `src/symbols.ts` of piscina 5.3.
  moveSymbols: { transferable: Symbol.for('Piscina.transferable'), value: Symbol.for('Piscina.valueOf') },
});
