import { FixedThreadPool } from 'poolifier';

const press = new FixedThreadPool(2, './squeeze.mjs');

export const squeeze = (grape) => press.execute(grape);
