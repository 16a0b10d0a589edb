'use strict'

const fastq = require('fastq')
const { promise } = require('fastq')
const { bindQueue } = require('traced-pool/context')

function work (task, callback) {
  this.count++
  callback(null, task)
}

const context = { count: 0 }
const queue = bindQueue((bound) => fastq(context, bound(work), 1))
const calls = bindQueue((bound) => promise(context, bound(async function (task) {
  return this.count + task
}), 1))

queue.push('a')
module.exports = { queue, calls }
