const CircuitBreaker = require('opossum');
const { work } = require('./work.cjs');

const breaker = new CircuitBreaker(work, { timeout: 3000 });

exports.handle = (request) => breaker.fire(request);
