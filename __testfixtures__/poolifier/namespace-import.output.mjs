import * as poolifier from 'poolifier';
import { TracedDynamicClusterPoolExecutor, TracedThreadPoolExecutor } from 'traced-pool/poolifier';

const anglers = new TracedThreadPoolExecutor(2, './angle.mjs');
const netters = new TracedDynamicClusterPoolExecutor(1, poolifier.availableParallelism(), './net.mjs');

export const fish = (lake) => Promise.race([anglers.submit(lake), netters.submit(lake)]);
