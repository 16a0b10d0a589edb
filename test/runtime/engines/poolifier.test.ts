import { testCalls, testDeaths, testSerializations } from '../../support/engine-tests.js';
import { removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

describe('poolifier executor of threads', () => {
  testCalls('poolifier threads', { takesContext: false });
  testDeaths('poolifier threads', { other: 'throw', error: undefined });
});

describe('poolifier executor of processes', () => {
  testCalls('poolifier processes', { takesContext: false });
  testDeaths('poolifier processes', { other: 'kill', error: undefined });
  testSerializations('poolifier processes');
});
