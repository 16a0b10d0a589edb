const path = require('path');
const { Worker } = require('worker_threads');

const miller = new Worker(path.join(__dirname, 'grind.js'));

function grind(corn) {
  miller.postMessage({ corn });
}

function sift(flour) {
  miller.postMessage({ flour });
}

module.exports = { grind, sift };
