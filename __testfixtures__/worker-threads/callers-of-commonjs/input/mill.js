const path = require('path');
const { Worker } = require('worker_threads');

const miller = new Worker(path.join(__dirname, 'grind.js'));

function grind(corn) {
  miller.postMessage({ corn });
}

function sift(flour) {
  miller.postMessage({ flour });
}

function winnow(chaff) {
  miller.postMessage({ chaff });
}

module.exports = { grind, sift, winnow };
