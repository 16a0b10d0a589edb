import PageWorker from './page?worker';
// The word alone: worker_threads are not for browsers.
const worker: Worker = new PageWorker();
export const turn = (page: number): void => worker.postMessage(page);
