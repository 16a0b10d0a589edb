import { Piscina } from 'piscina';

const pools = {
  rough: new Piscina({ filename: './saw.js' }),
  fine: new Piscina({ filename: './plane.js' }),
};

const { fine } = pools;

export const saw = (log) => pools.rough.run(log);
export const plane = (board) => fine.run(board);
