import { fork } from 'node:child_process';
import { inject, tracedFork } from 'traced-pool/context';

const known = tracedFork('./pilot.mjs');
export const steer = (ship) => known.send(inject(ship));
export const steerBy = (pilot, ship) => fork(pilot).send(ship);
