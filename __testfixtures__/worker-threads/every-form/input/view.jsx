import { Worker } from 'worker_threads';
const press = new Worker(new URL('./print.mjs', import.meta.url));
export const View = ({ x }) => <button onClick={() => press.postMessage(x)}>{x}</button>;
