import tracedPool = require('traced-pool');

const kiln = new tracedPool.TracedThreadPoolExecutor({ filename: 'kiln.js' });

export = function fire(pot: string): Promise<string> {
  return kiln.submit(pot);
};
