module.exports = { JestWorker: require('jest-worker').Worker, cores: require('os').cpus().length };
