const { Sema } = require('async-sema');
const { work } = require('./work.cjs');

const semaphore = new Sema(1);

exports.handle = async (request) => {
  await semaphore.acquire();
  return work(request).finally(() => semaphore.release());
};
