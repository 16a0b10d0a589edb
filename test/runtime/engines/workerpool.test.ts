import { testCalls, testDeaths, testSerializations } from '../../support/engine-tests.js';
import { removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

const error = 'Workerpool Worker terminated Unexpectedly';

describe('workerpool executor of threads', () => {
  testCalls('workerpool threads', { takesContext: true });
  testDeaths('workerpool threads', { other: 'throw', error });
});

describe('workerpool executor of processes', () => {
  testCalls('workerpool processes', { takesContext: true });
  testDeaths('workerpool processes', { other: 'kill', error });
  testSerializations('workerpool processes');
});
