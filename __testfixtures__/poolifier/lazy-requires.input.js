let threads, processes;

exports.light = (task) => {
  if (!threads) {
    const { FixedThreadPool } = require('poolifier');
    threads = new FixedThreadPool(2, './light.js');
  }
  return threads.execute(task);
};

exports.heavy = (task) => {
  if (!processes) {
    const { DynamicClusterPool, availableParallelism } = require('poolifier');
    processes = new DynamicClusterPool(1, availableParallelism(), './heavy.js');
  }
  return processes.execute(task);
};
