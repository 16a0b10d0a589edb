import { Tinypool } from 'tinypool';
import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

export class CountingPool extends TracedThreadPoolExecutor {
  started = 0;

  override run(task: unknown, options?: Parameters<Tinypool['run']>[1]) {
    this.started += 1;
    return super.run(task, options);
  }
}

export const counting = new CountingPool({ filename: './spin.mjs' });
export const spin = (wheel: string) => counting.submit(wheel);
