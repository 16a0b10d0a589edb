export { Piscina, FixedQueue } from 'piscina';
export { default } from 'piscina';
export type * from 'piscina';
