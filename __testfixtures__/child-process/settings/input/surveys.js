// What an object has of its own is none of a backlog's, nor is a variable that nobody sets.
var path = require('path');
var { fork } = require('child_process');

const settings = new WeakMap();

class Surveys {
  constructor(unit) {
    settings.set(this, { unit });
  }

  measure(field) {
    const { unit } = settings.get(this);
    return this.send(field, unit);
  }

  send(field, unit) {
    return fork(path.resolve(__dirname, 'measure.js'), [field, unit]);
  }
}

module.exports = Surveys;
