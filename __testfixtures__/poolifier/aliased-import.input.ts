import { FixedThreadPool as Threads, FixedClusterPool as Processes } from 'poolifier';

const inner = new Threads(1, './inner.js');
const outer = new Processes(1, './outer.js');

export const nest = async (egg: string) => outer.execute(await inner.execute(egg));
