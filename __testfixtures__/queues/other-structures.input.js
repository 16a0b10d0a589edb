const async = require('async');

class Blocks {
  constructor(given) {
    this.blocks = [];
    this.limit = given.limit;
  }

  push(block) {
    this.blocks.push(block);
    return this.limit(10);
  }
}

module.exports = (rows) => {
  const blocks = new Blocks({ limit: (count) => rows.slice(0, count) });
  blocks.push(() => async.map(rows, (row, callback) => callback(null, row)));
  return rows.filter((row) => row).map((row) => blocks.push(row));
};
