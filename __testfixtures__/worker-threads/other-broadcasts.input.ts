// Classes of the same name: a library's, and one of our own.
import { isMainThread } from 'node:worker_threads';
import { BroadcastChannel as TabChannel } from 'broadcast-channel';

class BroadcastChannel {
  onmessage: (page: string) => void = () => {};

  constructor(readonly name: string) {}

  postMessage(page: string): void {
    this.onmessage(`${this.name}: ${page}`);
  }
}

const own = new BroadcastChannel('news');
const tabs = new TabChannel('news');
own.onmessage = (page) => void tabs.postMessage(page);
if (isMainThread) own.postMessage('page');
