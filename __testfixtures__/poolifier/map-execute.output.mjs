import { TracedThreadPoolExecutor } from 'traced-pool/poolifier';

const printers = new TracedThreadPoolExecutor(4, './print.mjs');

export const printAll = (pages) => printers.mapExecute(pages, 'print');
export const printEach = (pages) => Promise.all(pages.map((page) => printers.submit(page)));
