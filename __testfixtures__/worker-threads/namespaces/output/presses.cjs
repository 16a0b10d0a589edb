'use strict'
// Licence: as is.
const { TracedWorker, inject } = require('traced-pool/context')
const press = new TracedWorker(require.resolve('./press.cjs'))

exports.print = (sheet) => press.postMessage(inject(sheet))
