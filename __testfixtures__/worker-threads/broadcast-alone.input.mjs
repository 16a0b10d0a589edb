// No thread of this program's is traced: who else has an end is not known.
import { BroadcastChannel } from 'node:worker_threads';

const sent = new BroadcastChannel('news');
const heard = new BroadcastChannel('news');
heard.onmessage = ({ data }) => console.log(data);
sent.postMessage('page');
