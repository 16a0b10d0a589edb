import { createFastqLibrary } from '../support/fastq-library.js';
import { compareBound } from '../support/queue-trial.js';
import { setUpTracing, tearDownTracing } from '../support/spans.js';

afterEach(tearDownTracing);

describe.each([
  { name: 'fastq', isPromised: false },
  { name: 'fastq.promise', isPromised: true },
])('a bound queue of $name', ({ isPromised }) => {
  test('behaves as the bare one does, and runs each item in its request', async () => {
    setUpTracing();
    await compareBound(createFastqLibrary(isPromised));
  });
});
