import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const { TracedThreadPoolExecutor } = load('traced-pool');
const basin = new TracedThreadPoolExecutor({ filename: './basin.mjs' });

export const rinse = (dish) => basin.submit(dish);
