import { Worker } from 'node:worker_threads';

const start = (file) => new Worker(file);
// One of those that are given is none of the project's.
start('./tug.mjs');
start(process.argv[2]);

const begin = (file) => new Worker(file);
// What is given away is called by others.
setTimeout(begin, 1000, './tug.mjs');
begin('./tug.mjs');

const follow = (...files) => new Worker(files[0]);
follow('./tug.mjs');

class Dock {
  file = './tug.mjs';
  open() {
    return new Worker(this.file);
  }
}
const dock = new Dock();
Object.defineProperty(dock, 'file', { value: process.argv[3] });

function rebuild(options) {
  options.script ??= process.argv[4];
  return new Worker(options.script);
}
rebuild({ script: './tug.mjs' });

function missing(name) {
  return new Worker(`./${name}.mjs`);
}
['tug', 'raft'].forEach((name) => missing(name));

// Nobody calls it.
function unused(file) {
  return new Worker(file);
}

class Pier {
  script = './tug.mjs';
  moor() {
    return new Worker(this.script);
  }
}
class Jetty extends Pier {
  script = process.argv[5];
}
