const { inject } = require('traced-pool/context');
function start() {
  const { TracedWorker } = require('traced-pool/context');
  return new TracedWorker(__dirname + '/cut.cjs');
}

exports.cut = (shape) => {
  const thread = start();
  thread.postMessage(inject(shape));
  return thread;
};
