import { inject, tracedFork } from 'traced-pool/context';

const first = tracedFork('./gather.mjs');
const second = tracedFork('./gather.mjs');

export function gather(honey) {
  first.send(inject(honey));
  first.send(inject(honey));
  second.send(inject(honey));
}
