import type { AsyncKind, AsyncModule } from '../support/async-library.js';
import { createAsyncLibrary } from '../support/async-library.js';
import { compareBound } from '../support/queue-trial.js';
import { setUpTracing, tearDownTracing } from '../support/spans.js';

const load = (name: string): AsyncModule => jest.requireActual<AsyncModule>(name);

afterEach(tearDownTracing);

describe.each(['async', 'neo-async', 'async-2', 'async-1'])('a bound queue of %s', (name) => {
  const kinds: AsyncKind[] = ['queue', 'priorityQueue', 'cargo', 'cargoQueue'];
  test.each(kinds.filter((kind) => kind in load(name)))(
    'of kind %s behaves as the bare one does, and runs each item in its request',
    async (kind) => {
      setUpTracing();
      await compareBound(createAsyncLibrary(load(name), kind));
    },
  );
});
