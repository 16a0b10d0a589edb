const { EventEmitter } = require('events');
const { Worker } = require('worker_threads');

const kFreed = Symbol('kFreed');

// The same pool, of a file that its maker names: nobody knows who opens what is posted.
class Dyer extends EventEmitter {
  constructor(size, file) {
    super();
    this.file = file;
    this.idle = [];
    this.cloths = [];
    for (let index = 0; index < size; index++) this.add();
    this.on(kFreed, () => {
      if (this.cloths.length > 0) {
        const { cloth, callback } = this.cloths.shift();
        this.dye(cloth, callback);
      }
    });
  }

  add() {
    const vat = new Worker(this.file);
    vat.on('message', (dyed) => {
      vat.callback(null, dyed);
      this.idle.push(vat);
      this.emit(kFreed);
    });
    this.idle.push(vat);
  }

  dye(cloth, callback) {
    if (this.idle.length === 0) {
      this.cloths.push({ cloth, callback });
      return;
    }
    const vat = this.idle.pop();
    vat.callback = callback;
    vat.postMessage(cloth);
  }
}

module.exports = Dyer;
