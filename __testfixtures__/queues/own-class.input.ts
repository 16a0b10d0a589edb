export class PQueue {
  readonly jobs: (() => void)[] = [];

  add(job: () => void): void {
    this.jobs.push(job);
  }
}

// not the one of 'p-queue'
const queue = new PQueue();
queue.add(() => {});
