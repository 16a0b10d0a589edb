import PQueue from 'p-queue';

class Turnstile extends PQueue {
  enter(guest: () => Promise<void>): Promise<void | undefined> {
    return this.add(guest);
  }

  override async add<T>(job: () => Promise<T>): Promise<any> {
    return super.add(job);
  }
}

export const gate = new Turnstile();
void gate.add(async () => {});
