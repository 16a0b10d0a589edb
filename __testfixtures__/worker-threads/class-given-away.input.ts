import { Worker } from 'node:worker_threads';
import { createCrew } from 'some-crew';

export const crew = createCrew(Worker);
export const other = createCrew({ Worker });
