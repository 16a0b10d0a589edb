const { TracedWorker } = require('traced-pool/context');

class Press {
  constructor() {
    this.worker = new TracedWorker('./press.mjs');
    this.pages = [];
    this.timer = null;
  }

  print(page) {
    this.pages.push(page);
    this.timer ??= setTimeout(() => this.flush(), 5);
  }

  flush() {
    const pages = this.pages;
    this.pages = [];
    this.timer = null;
    this.worker.postMessage({ pages });
  }
}

module.exports = { Press };
