// Entries of plain lists, whose workers have no type.
const { Worker } = require('node:worker_threads');
const path = require('node:path');

const stalls = [];
const open = () => {
  const worker = new Worker(path.join(__dirname, 'stall.cjs'));
  const stall = { worker, isFree: true };
  stalls.push(stall);
  worker.on('message', () => (stall.isFree = true));
};

function sell(fruit) {
  const stall = stalls.find(({ isFree }) => isFree);
  stall.isFree = false;
  stall.worker.postMessage({ fruit });
}

const carts = {};
function roll(street) {
  carts[street] = { hand: new Worker(path.join(__dirname, 'stall.cjs')), street };
}

function shout(street, fruit) {
  carts[street].hand.postMessage({ fruit });
  const { hand } = carts[street];
  hand.postMessage({ fruit });
}

function close() {
  stalls.forEach((stall) => stall.worker.postMessage('close'));
  for (const stall of stalls) stall.worker.terminate();
}

// Nothing is known of these, and no worker goes by that name: it may be one all the same.
function ring(bells) {
  bells.first.rope.postMessage('ring');
}

module.exports = { open, sell, roll, shout, close, ring };
