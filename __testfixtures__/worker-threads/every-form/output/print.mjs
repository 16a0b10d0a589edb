import { parentPort as port } from 'node:worker_threads';
import { inject } from 'traced-pool/context';
port?.on('message', (m) => void port.postMessage(inject(m)));
port?.addEventListener('message', ({ data }) => port.postMessage(inject(data)));
