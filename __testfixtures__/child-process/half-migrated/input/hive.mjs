import { fork } from 'node:child_process';
import { inject, tracedFork } from 'traced-pool/context';

const first = tracedFork('./gather.mjs');
const second = fork('./gather.mjs');

export function gather(honey) {
  first.send(inject(honey));
  first.send(honey);
  second.send(honey);
}
