import { FixedThreadPool } from 'poolifier';

export class LoggedPool<D, R> extends FixedThreadPool<D, R> {
  override async execute(data?: D, name?: string): Promise<R> {
    console.log(name);
    return super.execute(data, name);
  }
}

const pool = new LoggedPool<string, string>(2, './log.js');

export const saw = (log: string) => pool.execute(log, 'saw');
