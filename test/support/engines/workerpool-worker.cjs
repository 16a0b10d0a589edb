const workerpool = require('workerpool');

workerpool.worker(require('./handlers.cjs'));
