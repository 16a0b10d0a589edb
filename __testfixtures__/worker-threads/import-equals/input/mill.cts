import threads = require('node:worker_threads');

const mill = new threads.Worker(__dirname + '/grind.cjs');
export = function grind(corn: string): void {
  mill.postMessage(corn);
};
