import * as poolifier from 'poolifier';

const anglers = new poolifier.FixedThreadPool(2, './angle.mjs');
const netters = new poolifier.DynamicClusterPool(1, poolifier.availableParallelism(), './net.mjs');

export const fish = (lake) => Promise.race([anglers.execute(lake), netters.execute(lake)]);
