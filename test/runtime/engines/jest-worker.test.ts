import { testCalls, testDeaths, testSerializations } from '../../support/engine-tests.js';
import { removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

describe('jest-worker executor of threads', () => {
  testCalls('jest-worker threads', { takesContext: true });
  testDeaths('jest-worker threads', { other: 'throw', error: 'Call retries were exceeded' });
});

describe('jest-worker executor of processes', () => {
  testCalls('jest-worker processes', { takesContext: true });
  testDeaths('jest-worker processes', { other: 'kill', error: 'exceeding retry limit' });
  testSerializations('jest-worker processes');
});
