// A program that gives nothing on, and so says nothing of messages.
const { winnow } = require('./mill');

const heaps = [];
process.stdin.on('data', () => winnow(heaps.shift()));
