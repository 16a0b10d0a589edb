const { PromisePool } = require('@supercharge/promise-pool');
const { work } = require('./work.cjs');

exports.handle = (request) =>
  PromisePool.withConcurrency(1)
    .for([request, request])
    .process(work)
    .then(({ results }) => results);
