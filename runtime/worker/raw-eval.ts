import { setUpRawWorker } from './raw-start.js';
import { enterContext } from './context-manager.js';

// What comes before the text of a worker that is made of one.
const start = setUpRawWorker();
if (start) enterContext(start);
