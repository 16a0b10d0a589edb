import { BroadcastChannel } from 'node:worker_threads';

new BroadcastChannel('kept').onmessage = ({ data }) => console.log(data);
new BroadcastChannel('shared').onmessage = ({ data }) => console.log(data);
