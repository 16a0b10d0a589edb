'use strict';

/* The ferry's timetable. */
var http = require('http');
var Queue = require('promise-queue');
var queue = new Queue(1);
var fs = require('fs');

module.exports = function (job) {
  return queue.add(function () { return job(http, fs); });
};
