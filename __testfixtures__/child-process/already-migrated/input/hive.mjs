import { inject, tracedFork } from 'traced-pool/context';

const bees = tracedFork('./gather.mjs');
export const gather = (honey) => bees.send(inject(honey));
