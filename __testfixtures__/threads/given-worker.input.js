const { Pool, spawn } = require('threads');

// whoever calls this decides what a worker is
module.exports = function createKennel(createWorker) {
  const kennel = Pool(() => spawn(createWorker()), 2);
  return (dog) => kennel.queue((keeper) => keeper.feed(dog));
};
