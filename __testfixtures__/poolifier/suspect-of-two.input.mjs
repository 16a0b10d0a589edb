import { PoolEvents } from 'poolifier';
import { workerId } from 'tinypool';
import { cpus } from 'workerpool';

// what it is nobody knows, and it is told once
export function start(pool, dough) {
  pool.emitter?.once(PoolEvents.ready, () => console.log(workerId, cpus));
  return [pool.run(dough), pool.exec('knead', [dough]), pool.execute(dough)];
}
