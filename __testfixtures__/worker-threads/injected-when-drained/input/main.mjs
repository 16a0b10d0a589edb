// Injected by hand where it comes out: that is the context of whoever made room for it.
import { context } from '@opentelemetry/api';
import { TracedWorker, inject } from 'traced-pool/context';

const file = new URL('./gate.mjs', import.meta.url);
const gate = new TracedWorker(file);
const queue = [];
let isBusy = false;

export function enter(guest) {
  queue.push(guest);
  admit();
}

function admit() {
  if (isBusy || queue.length === 0) return;
  isBusy = true;
  gate.postMessage(inject(queue.shift()));
}

gate.on('message', () => {
  isBusy = false;
  admit();
});

const side = new TracedWorker(file);
const waiting = [];
let isOpen = true;

export function slip(guest) {
  if (!isOpen) return void waiting.push({ guest });
  isOpen = false;
  side.postMessage(inject(guest));
}

side.on('message', () => {
  isOpen = true;
  const next = waiting.shift();
  if (next) side.postMessage(inject(next.guest));
});

// It keeps the context that it was put there with.
const main = new TracedWorker(file);
const line = [];
export const join = (guest) => line.push(inject(guest));
main.on('message', () => main.postMessage(inject(line.shift())));

// Its context is the user's to know.
const back = new TracedWorker(file);
const pairs = [];
export const wait = (guest) => pairs.push({ guest, asked: context.active() });
back.on('message', () => {
  const { guest, asked } = pairs.shift();
  back.postMessage(inject(guest, asked));
});
