const { spawn, Pool, Worker } = require('threads')

const ovens = Pool(() => spawn(new Worker('./oven.js')), { concurrency: 2, size: 4 })

exports.bake = bread => ovens.queue(oven => oven.bake(bread))
exports.size = () => Pool.EventType
