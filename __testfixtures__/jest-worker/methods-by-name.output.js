import { TracedThreadPoolExecutor } from 'traced-pool/jest-worker';

const kitchen = new TracedThreadPoolExecutor('/srv/kitchen.js', { exposedMethods: ['fry', 'stew'] });

export const cook = (method, dish) => kitchen[method](dish);
export const fry = (dish) => kitchen['fry'](dish);
export const stew = (dish) => kitchen?.stew?.(dish);
export const open = () => kitchen.start();
