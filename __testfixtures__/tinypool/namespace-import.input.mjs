import * as tiny from 'tinypool';

const press = new tiny.Tinypool({ filename: './print-page.mjs' });
const spare = new tiny.default({ filename: './print-page.mjs' });

export const print = (page) => (page.isDraft ? spare.run(page) : press.run(page));
export const id = tiny.workerId;
