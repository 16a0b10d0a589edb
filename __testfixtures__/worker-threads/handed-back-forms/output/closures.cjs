const path = require('path');
const { TracedWorker, inject } = require('traced-pool/context');

// Functions within a function, one of which is given away.
function createDyer() {
  const vat = new TracedWorker(path.join(__dirname, 'dye.mjs'));
  const backlog = [];
  let isBusy = false;

  function dye(cloth, done) {
    if (isBusy) {
      backlog.push({ cloth: inject(cloth), done });
      return;
    }
    isBusy = true;
    vat.once('message', (dyed) => {
      isBusy = false;
      done(dyed);
      next();
    });
    vat.postMessage(inject(cloth));
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
  const vat = new TracedWorker(path.join(__dirname, 'dye.mjs'));
  const backlog = [];
  let isBusy = false;

  function rinse(cloth) {
    if (isBusy) backlog.push({ cloth: inject(cloth) });
    else vat.postMessage(inject(cloth));
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
