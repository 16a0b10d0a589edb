import fs from 'node:fs';
import PQueue from 'p-queue';

export class Archive {
  constructor() {
    this.queue = new PQueue();
    this.names = [];
  }

  store(name) {
    fs.stat(name, function () {
      this.queue.add(() => name);
      this.names.push(name);
    }.bind(this));
  }
}
