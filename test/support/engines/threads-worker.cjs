const { expose } = require('threads/worker');

expose(require('./handlers.cjs'));
