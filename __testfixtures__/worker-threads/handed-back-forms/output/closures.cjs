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

module.exports = { createDyer };
