import tracedPool = require('traced-pool/context');

const mill = new tracedPool.TracedWorker(__dirname + '/grind.cjs');
export = function grind(corn: string): void {
  mill.postMessage(tracedPool.inject(corn));
};
