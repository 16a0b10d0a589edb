// What others install has a crew, and cannot hire one.
import { Crew } from './crew.mjs';
import { stepNamed } from './once.mjs';

export const crew = new Crew({ file: stepNamed('saw') });
export const work = (plank) => crew.work(plank);
