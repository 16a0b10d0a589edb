// Methods that are given what has the methods of a worker, and may be none.
const { isMainThread } = require('node:worker_threads');

class Relay {
  constructor(frames) {
    this.frames = frames;
    this.waiting = [];
  }

  send(frame, message) {
    frame.postMessage(message);
  }

  sendAll(message) {
    for (const frame of this.frames) this.send(frame, message);
    if (!isMainThread) this.waiting.push(message);
  }

  drain(frame) {
    while (this.waiting.length > 0) this.send(frame, this.waiting.shift());
  }
}

module.exports = Relay;
