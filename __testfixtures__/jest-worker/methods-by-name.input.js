import { Worker } from 'jest-worker';

const kitchen = new Worker('/srv/kitchen.js', { exposedMethods: ['fry', 'stew'] });

export const cook = (method, dish) => kitchen[method](dish);
export const fry = (dish) => kitchen['fry'](dish);
export const stew = (dish) => kitchen?.stew?.(dish);
export const open = () => kitchen.start();
