import { TracedThreadPoolExecutor } from 'traced-pool';

const pools = {
  rough: new TracedThreadPoolExecutor({ filename: './saw.js' }),
  fine: new TracedThreadPoolExecutor({ filename: './plane.js' }),
};

const { fine } = pools;

export const saw = (log) => pools.rough.submit(log);
export const plane = (board) => fine.submit(board);
