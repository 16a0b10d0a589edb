import PQueue from 'p-queue';
import { bind } from 'traced-pool/context';

class Turnstile extends PQueue {
  enter(guest: () => Promise<void>): Promise<void | undefined> {
    return this.add(bind(guest));
  }

  override async add<T>(job: () => Promise<T>): Promise<any> {
    return super.add(bind(job));
  }
}

export const gate = new Turnstile();
void gate.add(bind(async () => {}));
