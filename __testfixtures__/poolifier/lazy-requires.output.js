let threads, processes;

exports.light = (task) => {
  if (!threads) {
    const { TracedThreadPoolExecutor } = require('traced-pool/poolifier');
    threads = new TracedThreadPoolExecutor(2, './light.js');
  }
  return threads.submit(task);
};

exports.heavy = (task) => {
  if (!processes) {
    const { availableParallelism } = require('poolifier');
    const { TracedDynamicClusterPoolExecutor } = require('traced-pool/poolifier');
    processes = new TracedDynamicClusterPoolExecutor(1, availableParallelism(), './heavy.js');
  }
  return processes.submit(task);
};
