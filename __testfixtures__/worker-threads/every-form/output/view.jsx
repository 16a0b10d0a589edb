import { TracedWorker } from 'traced-pool/context';
const press = new TracedWorker(new URL('./print.mjs', import.meta.url));
export const View = ({ x }) => <button onClick={() => press.postMessage(x)}>{x}</button>;
