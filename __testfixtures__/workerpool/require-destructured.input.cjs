'use strict';
const { pool: createPool, cpus } = require('workerpool');

const crew = createPool(require.resolve('./dig'), { maxWorkers: cpus - 1 });

module.exports = async function dig(holes) {
  const depths = [];
  for (const hole of holes) depths.push(crew.exec('dig', [hole]));
  return Promise.all(depths);
};
