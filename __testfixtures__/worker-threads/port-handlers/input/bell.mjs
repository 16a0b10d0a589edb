import { workerData } from 'node:worker_threads';

workerData.rope.onmessage = ({ data: { peal } }) => {
  workerData.rope.postMessage(`${peal}!`);
};
workerData.rope.addEventListener('message', function ring() {
  workerData.rope.removeEventListener('message', ring);
});
