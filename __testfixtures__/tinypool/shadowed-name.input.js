import Tinypool from 'tinypool';

export function simulate(Tinypool, plan) {
  const pool = new Tinypool({ filename: plan.file });
  return pool.run(plan);
}

export const version = Tinypool.version;
