// Children in a list that is made anew whenever one of them is gone.
const { fork } = require('node:child_process');
const { join } = require('node:path');
const { trace } = require('@opentelemetry/api');

class Foundry {
  constructor(script, size) {
    this.script = script;
    this.moulds = [];
    this.castings = {};
    this.turn = 0;
    for (let count = 0; count < size; count++) this.open();
  }

  open() {
    const mould = fork(this.script);
    mould.on('message', ({ id, bell }) => {
      trace.getTracer('foundry').startSpan(`polish ${bell}`).end();
      this.castings[id](bell);
      delete this.castings[id];
    });
    mould.on('exit', (code) => {
      this.moulds = this.moulds.filter((other) => other !== mould);
      if (code) this.open();
    });
    this.moulds.push(mould);
  }

  cast(metal) {
    return new Promise((resolve) => {
      const id = this.turn++;
      this.castings[id] = resolve;
      const mould = this.moulds[id % this.moulds.length];
      mould.send({ id, metal });
    });
  }

  close() {
    for (const mould of this.moulds) mould.disconnect();
  }
}

const foundry = new Foundry(join(__dirname, 'mould.cjs'), 2);
const order = (metal) =>
  trace.getTracer('town').startActiveSpan(`order ${metal}`, async (span) => {
    const bell = await foundry.cast(metal);
    span.end();
    return bell;
  });

Promise.all(['bronze', 'brass', 'iron'].map(order)).then((bells) => {
  console.log(bells);
  foundry.close();
});
