import { parentPort as port } from 'node:worker_threads';
port?.on('message', (m) => void port.postMessage(m));
port?.addEventListener('message', ({ data }) => port.postMessage(data));
