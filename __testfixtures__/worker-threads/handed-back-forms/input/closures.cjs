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

module.exports = { createDyer };
