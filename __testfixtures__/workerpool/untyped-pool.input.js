const { cpus } = require('workerpool');

module.exports.crush = function crush(pool, stones) {
  return pool.exec('crush', [stones.slice(0, cpus)]);
};
