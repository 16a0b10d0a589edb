import { TracedWorker, inject } from 'traced-pool/context';
import type { TransferListItem } from 'node:worker_threads';

interface Page {
  readonly id: number;
  readonly text: Buffer;
}

interface Entry {
  readonly page: Page;
  readonly moved: TransferListItem[];
  readonly resolve: (printed: unknown) => void;
}

export class Press {
  private readonly thread = new TracedWorker(new URL('./print.mjs', import.meta.url));
  private readonly backlog: Entry[] = [];
  private readonly urgent = new Set<Page>();
  private running: Entry[] = [];
  private isBusy = false;

  constructor() {
    this.thread.on('message', (printed) => {
      this.running.shift()?.resolve(printed);
      this.isBusy = false;
      this.next();
    });
    this.thread.on('error', () => {
      const [entry] = this.running.splice(0, 1);
      if (entry) this.backlog.unshift(entry);
      this.running = [];
    });
  }

  get waiting(): number {
    return this.backlog.length + this.urgent.size;
  }

  print(page: Page, signal: AbortSignal): Promise<unknown> {
    return new Promise((resolve) => {
      const entry: Entry = { page: inject(page), moved: [page.text.buffer as ArrayBuffer], resolve };
      signal.addEventListener('abort', () => {
        const index = this.backlog.indexOf(entry);
        if (index >= 0) this.backlog.splice(index, 1);
      });
      this.backlog.push(entry);
      this.next();
    });
  }

  printSoon(page: Page): void {
    this.urgent.add(inject(page));
    this.next();
  }

  clear(): void {
    this.backlog.length = 0;
    this.urgent.clear();
  }

  private next(): void {
    if (this.isBusy) return;
    const [page] = this.urgent;
    if (page) {
      this.urgent.delete(page);
      this.send(page);
      return;
    }
    const entry = this.backlog.shift();
    if (!entry) return;
    this.isBusy = true;
    this.running.push(entry);
    this.thread.postMessage(entry.page, entry.moved);
  }

  private send(page: Page): void {
    this.isBusy = true;
    this.thread.postMessage(page);
  }
}
