import { Worker } from 'node:worker_threads';

type Request = { id: number; leg: string };
type Reply = { id: number; turned: string };

/** Posts to a lathe, wherever it stands. */
function send(spindle: Worker, request: Request): void {
  spindle.postMessage(request satisfies Request);
}

export class Lathe {
  private readonly spindle: Worker;
  private readonly replies: Map<number, (turned: string) => void> = new Map();
  private count = 0;

  constructor() {
    this.spindle = new Worker(new URL('./spindle.mjs', import.meta.url));
    this.spindle.on('message', ({ id, turned }: Reply) => this.replies.get(id)?.(turned));
  }

  turn(leg: string): Promise<string> {
    const id = this.count++;
    return new Promise((resolve) => {
      this.replies.set(id, resolve);
      send(this.spindle, { id, leg });
    });
  }

  close(): Promise<number> {
    return this.spindle!.terminate();
  }
}
