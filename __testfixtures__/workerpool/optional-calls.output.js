const { TracedThreadPoolExecutor } = require('traced-pool/workerpool')

const pool = new TracedThreadPoolExecutor('./paint.js')

exports.paint = (wall) => pool?.submit('paint', [wall])
exports.repaint = (wall) => pool.submit?.('paint', [wall])
exports.empty = new TracedThreadPoolExecutor()
