const workerpool = require('workerpool')

const pool = workerpool?.pool?.('./paint.js')

exports.paint = (wall) => pool?.exec('paint', [wall])
exports.repaint = (wall) => pool.exec?.('paint', [wall])
exports.empty = (0, workerpool.pool)()
