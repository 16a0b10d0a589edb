'use strict';
const { cpus } = require('workerpool');
const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');

const crew = new TracedThreadPoolExecutor(require.resolve('./dig'), { maxWorkers: cpus - 1 });

module.exports = async function dig(holes) {
  const depths = [];
  for (const hole of holes) depths.push(crew.submit('dig', [hole]));
  return Promise.all(depths);
};
