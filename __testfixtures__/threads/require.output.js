const { spawn, Pool } = require('threads')
const { TracedThreadPoolExecutor, TracedWorker } = require('traced-pool/threads')

const ovens = new TracedThreadPoolExecutor(() => spawn(new TracedWorker('./oven.js')), { concurrency: 2, size: 4 })

exports.bake = bread => ovens.submit(oven => oven.bake(bread))
exports.size = () => Pool.EventType
