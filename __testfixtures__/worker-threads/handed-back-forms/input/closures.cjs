const path = require('path');
const { Worker } = require('worker_threads');

// Functions within a function, one of which is given away.
function createDyer() {
  const vat = new Worker(path.join(__dirname, 'dye.mjs'));
  const backlog = [];
  let isBusy = false;

  function dye(cloth, done) {
    if (isBusy) {
      backlog.push({ cloth, done });
      return;
    }
    isBusy = true;
    vat.once('message', (dyed) => {
      isBusy = false;
      done(dyed);
      next();
    });
    vat.postMessage(cloth);
  }

  function next() {
    if (!backlog.length) return;
    const { cloth, done } = backlog.shift();
    dye(cloth, done);
  }

  return { dye };
}

// A function that is all that is returned.
function createRinser() {
  const vat = new Worker(path.join(__dirname, 'dye.mjs'));
  const backlog = [];
  let isBusy = false;

  function rinse(cloth) {
    if (isBusy) backlog.push({ cloth });
    else vat.postMessage(cloth);
    isBusy = true;
  }

  vat.on('message', () => {
    isBusy = false;
    const entry = backlog.shift();
    if (entry) rinse(entry.cloth);
  });
  return rinse;
}

module.exports = { createDyer, createRinser };
