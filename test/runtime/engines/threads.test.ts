import { testCalls, testDeaths } from '../../support/engine-tests.js';
import { removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

describe('threads.js executor', () => {
  testCalls('threads threads', { takesContext: false });
  // A thread of threads.js outlives what it throws, and a pool no thread that exits.
  testDeaths('threads threads', { error: undefined, recovers: false });
});
