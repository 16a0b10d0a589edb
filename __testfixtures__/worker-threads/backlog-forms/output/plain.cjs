const path = require('node:path');
const { TracedWorker, inject } = require('traced-pool/context');

const thread = new TracedWorker(path.join(__dirname, 'print.mjs'));
let queue = [];
let last = 0;

// A field that its constructor sets, and entries that are taken apart.
class Printer {
  constructor() {
    this.pages = [];
    thread.on('message', () => this.next());
  }

  print(page, done) {
    this.pages.push({ page: inject(page), done });
    this.next();
  }

  next() {
    if (this.pages.length === 0) return;
    const { page: message, done } = this.pages.pop();
    thread.once('error', () => this.pages.unshift({ page: message, done }));
    thread.once('message', done);
    thread.postMessage(message);
  }
}

// A variable that is emptied, in a loop.
function print(text) {
  queue.push(inject({ id: ++last, text }));
  drain();
}

function drain() {
  while (queue.length > 0) thread.postMessage(queue.shift());
}

function forget() {
  queue = [];
}

// What is posted by a function of its own, whoever calls that.
function createPrinter() {
  const slow = new Map();
  let isBusy = false;

  function send(entry) {
    isBusy = true;
    thread.postMessage(entry.page);
  }

  thread.on('message', () => {
    isBusy = false;
    let entry;
    if ((entry = slow.get(last))) send(entry);
  });
  return function printSlowly(page) {
    if (isBusy) slow.set(++last, { page: inject(page) });
    else send({ page: inject(page) });
  };
}

module.exports = { Printer, print, forget, createPrinter };
