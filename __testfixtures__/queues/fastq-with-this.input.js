'use strict'

const fastq = require('fastq')
const { promise } = require('fastq')

function work (task, callback) {
  this.count++
  callback(null, task)
}

const context = { count: 0 }
const queue = fastq(context, work, 1)
const calls = promise(context, async function (task) {
  return this.count + task
}, 1)

queue.push('a')
module.exports = { queue, calls }
