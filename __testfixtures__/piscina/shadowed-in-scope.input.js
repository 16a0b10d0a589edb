const { isWorkerThread } = require('piscina');

function swim(Piscina) {
  class Pool {
    run(lane) {
      return lane + 1;
    }
  }
  const pool = new Pool();
  return isWorkerThread ? pool.run(1) : 0;
}

module.exports = swim;
