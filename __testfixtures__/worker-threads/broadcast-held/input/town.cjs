const path = require('node:path');
const { Worker, BroadcastChannel } = require('node:worker_threads');

// What is taken out of all that is global is not followed, and a text has an end.
const globals = { town: 'news' };
const reader = new Worker(path.join(__dirname, 'read.cjs'));
const text = new Worker('new BroadcastChannel("news").postMessage("page")', { eval: true });
const news = new BroadcastChannel('news');
news.onmessage = ({ data }) => console.log(data);

module.exports = { globals, reader, text };
