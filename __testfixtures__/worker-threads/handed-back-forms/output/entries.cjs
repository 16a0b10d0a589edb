const path = require('node:path');
const { TracedWorker, bind, inject } = require('traced-pool/context');

const TYPE = 'dye';

// Whole entries go through a method that anybody may call, and is not to be; a vat's own callback is an AsyncResource's.
const { AsyncResource } = require('node:async_hooks');

class EntryDyer {
  constructor() {
    this._vat = new TracedWorker(path.join(__dirname, 'dye.mjs'));
    this._entries = [];
    this._isBusy = false;
  }

  dye(colour, done) {
    const entry = { message: inject({ type: TYPE, colour }), done: bind((dyed) => done(null, dyed)) };
    if (this._isBusy) this._entries.push(entry);
    else this._post(entry);
  }

  _post(entry) {
    this._isBusy = true;
    const done = AsyncResource.bind(entry.done);
    this._vat.once('message', (dyed) => {
      done(dyed);
      this._isBusy = false;
      if (this._entries.length > 0) this._post(this._entries.shift());
    });
    this._vat.postMessage(entry.message);
  }
}

module.exports = EntryDyer;
