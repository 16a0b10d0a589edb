const path = require('node:path');
const { BroadcastChannel } = require('node:worker_threads');
const { TracedWorker } = require('traced-pool/context');

// What is taken out of all that is global is not followed, and a text has an end.
const globals = { town: 'news' };
const reader = new TracedWorker(path.join(__dirname, 'read.cjs'));
const text = new TracedWorker('new BroadcastChannel("news").postMessage("page")', { eval: true });
const news = new BroadcastChannel('news');
news.onmessage = ({ data }) => console.log(data);

module.exports = { globals, reader, text };
