import { fork } from 'node:child_process';

const rider = fork('./ride.mjs');
export const ride = (letter, traceparent) => rider.send({ letter, traceparent });
