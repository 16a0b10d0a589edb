'use strict'
// Licence: as is.
const threads = require('worker_threads')
const press = new threads.Worker(require.resolve('./press.cjs'))

exports.print = (sheet) => press.postMessage(sheet)
