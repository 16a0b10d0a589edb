import { DynamicThreadPool } from 'poolifier';

export class Submitter extends DynamicThreadPool<string, string> {
  submit(form: string): Promise<string> {
    return this.execute(form);
  }
}
