import { workerData } from 'node:worker_threads';

workerData.lower.onmessage = ({ data }) => workerData.lower.postMessage(data);
