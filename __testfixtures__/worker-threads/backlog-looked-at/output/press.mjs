// Backlogs of which it cannot be proven that nothing but a worker opens what is in them.
import { BroadcastChannel } from 'node:worker_threads';
import { TracedWorker } from 'traced-pool/context';
import { Entry, restore, share } from './entries.mjs';

const thread = new TracedWorker(new URL('./print.mjs', import.meta.url));
const channel = new BroadcastChannel('pages');
const waiting = [];
const look = (page) => console.log(page.id);
export const cancel = {};

// A message that is read when it is taken out.
export function createRead() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    console.log(entry.page.id);
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// By another name.
export function createAliased() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    const { page } = entry;
    page.printedAt = Date.now();
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// In whole, with its entry.
export function createLogged() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    console.log(JSON.stringify(entry));
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// Copied.
export function createCopied() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    const copy = { ...entry };
    copy.resolve();
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// Asked of what kind it is.
export function createAsked() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    if (entry.page === 'last') return;
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// In a function that runs later.
export function createLater() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    setTimeout(() => entry.page.done(), 10);
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// In a function that is given it.
export function createGiven() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    look(entry.page);
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// Its buffer is moved.
export function createMoved() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    thread.postMessage(entry.page, [entry.page.text.buffer]);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// It is wrapped.
export function createWrapped() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    thread.postMessage({ page: entry.page });
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// It is sent by something else as well.
export function createForwarded() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    channel.postMessage(entry.page);
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// It is kept where others look.
export function createKept() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    thread.current = entry;
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  thread.on('error', () => console.log(thread.current.page.id));
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// It is kept where others look, by another name.
export function createKeptApart() {
  const queue = [];
  const state = { running: null };
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    state.running = entry;
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  thread.on('exit', () => {
    const { running } = state;
    console.log(running.page);
  });
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// It is looked at as it is thrown away.
export function createThrownAway() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (entry) thread.postMessage(entry.page);
  };
  thread.on('message', next);
  thread.on('exit', () => queue.splice(0).forEach(({ page }) => console.log(page)));
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// All of it is given to the function that is asked of each.
export function createSeenWhole() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (entry) thread.postMessage(entry.page);
  };
  thread.on('message', next);
  thread.on('exit', () => queue.forEach((entry, index, all) => entry.resolve(all)));
  return function print(page, resolve) {
    queue.push({ page, resolve });
    next();
  };
}

// It is changed.
export function createChanged() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    entry.page = entry.page.next;
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// What waits is looked at.
export function createSearched() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  thread.once('online', () => console.log(queue.map(({ page }) => page.id)));
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// It is sorted.
export function createSorted() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page }), queue.sort((a, b) => a.page.id - b.page.id);
    next();
  };
}

// The backlog is given away.
export function createShared() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  share(queue);
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// Entries come from elsewhere as well.
export function createMixed() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  thread.once('online', () => queue.push(...restore()));
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// Entries that are no plain objects.
export function createClassed() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push(new Entry(page));
    next();
  };
}

// Entries that see their message.
export function createSelfish() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push({ page, show() { return this.page; } });
    next();
  };
}

// Handed in by a listener.
export function createListening() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  thread.on('message', (reply) => queue.push({ page: reply.next }));
  return function print(page) {
    queue.push({ page });
    next();
  };
}

// Handed in by what was kept itself.
export function createChained() {
  const queue = [];
  const next = () => {
    const entry = queue.shift();
    if (!entry) return;
    thread.postMessage(entry.page);
  };
  thread.on('message', next);
  return function print(page) {
    waiting.push(page), queue.push({ page: waiting.shift() });
    next();
  };
}

// An empty text is a message as well, and no envelope is empty.
export function createTexts() {
  const queue = [];
  const next = () => {
    const page = queue.shift();
    if (page) thread.postMessage(page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push(page);
    next();
  };
}

// What tells the last one from the others.
export function createEnding() {
  const queue = [];
  const next = () => {
    const page = queue.shift();
    if (page !== undefined && page.kind !== 'last') thread.postMessage(page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push(page);
    next();
  };
}

// One of two.
export function createEither() {
  const queue = [];
  const next = () => {
    const page = queue.length > 0 ? queue.shift() : 'blank';
    thread.postMessage(page);
  };
  thread.on('message', next);
  return function print(page) {
    queue.push(page);
    next();
  };
}

// Somebody looks for what they have handed in.
export function createCancelled() {
  const queue = [];
  const next = () => {
    if (queue.length > 0) thread.postMessage(queue.shift());
  };
  thread.on('message', next);
  cancel.page = (page) => queue.splice(queue.indexOf(page), 1);
  return function print(page) {
    queue.push(page);
    next();
  };
}

// What comes out is handed in again, and may wait or not.
export function createAgain() {
  const queue = [];
  let isBusy = false;
  function print(page) {
    if (isBusy) queue.push({ page });
    else thread.postMessage(page);
    isBusy = true;
  }
  thread.on('message', () => {
    isBusy = false;
    const entry = queue.shift();
    if (entry) print(entry.page);
  });
  return [print];
}

// A queue that is no list of the language's.
class Queue {
  push(page) {
    console.log(page);
  }
  shift() {}
}
const pages = new Queue();
export function printLast(page) {
  pages.push(page);
  thread.postMessage(pages.shift());
}

// A field that an heir looks at.
export class Press {
  queue = [];

  print(page) {
    this.queue.push({ page });
    this.next();
  }

  next() {
    const entry = this.queue.shift();
    if (entry) thread.postMessage(entry.page);
  }
}

export class LoudPress extends Press {
  next() {
    console.log(this.queue);
    super.next();
  }
}

// A list that goes out of its file.
export const exported = [];
export function printExported() {
  const entry = exported.shift();
  if (entry) thread.postMessage(entry.page);
}
export const printSoon = (page) => exported.push({ page });
