import { FixedThreadPool } from 'poolifier';

const printers = new FixedThreadPool(4, './print.mjs');

export const printAll = (pages) => printers.mapExecute(pages, 'print');
export const printEach = (pages) => Promise.all(pages.map((page) => printers.execute(page)));
