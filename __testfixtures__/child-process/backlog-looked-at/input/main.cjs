// What waits is read when it is taken out, or searched: an envelope would be neither a load nor found.
const { fork } = require('node:child_process');

const ferry = fork(require.resolve('./cross.cjs'));
const queue = [];
const waiting = new Set();

function cross(load) {
  queue.push({ load });
  next();
}

function next() {
  const entry = queue.shift();
  if (!entry) return;
  if (entry.load.weight > 10) console.log('a heavy one');
  ferry.send(entry.load);
}

function wait(load) {
  waiting.add(load);
}

function leave(load) {
  waiting.delete(load);
}

function crossAll() {
  for (const load of waiting) ferry.send(load);
  waiting.clear();
}

ferry.on('message', next);
module.exports = { cross, wait, leave, crossAll };
