import { testCalls, testDeaths, testSerializations } from '../../support/engine-tests.js';
import { removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

describe('Tinypool executor of threads', () => {
  testCalls('tinypool threads', { takesContext: true });
  // Tinypool keeps a thread that has exited.
  testDeaths('tinypool threads', { other: 'throw', error: undefined, recovers: false });
});

describe('Tinypool executor of processes', () => {
  testCalls('tinypool processes', { takesContext: true });
  testDeaths('tinypool processes', { other: 'kill', error: 'Worker exited unexpectedly' });
  testSerializations('tinypool processes');
});
