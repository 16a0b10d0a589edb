import { fork } from 'node:child_process';

const known = fork('./pilot.mjs');
export const steer = (ship) => known.send(ship);
export const steerBy = (pilot, ship) => fork(pilot).send(ship);
