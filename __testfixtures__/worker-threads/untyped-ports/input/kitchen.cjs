const path = require('node:path');
const { MessageChannel, Worker } = require('node:worker_threads');

const oven = new Worker(path.join(__dirname, 'oven.cjs'));
const { port1, port2 } = new MessageChannel();
port2.on('message', console.log);

// It is given a port as well, which has the same methods, or what somebody else has.
function send(target, dough) {
  target.postMessage(dough);
}
send(oven, { flour: 'rye' });
send(port1, { flour: 'spelt' });

class Kitchen {
  cook(target, dough) {
    target.postMessage(dough);
  }

  cookAll(others) {
    this.cook(oven, { flour: 'rye' });
    for (const other of others) this.cook(other, { flour: 'spelt' });
  }
}

module.exports = Kitchen;
