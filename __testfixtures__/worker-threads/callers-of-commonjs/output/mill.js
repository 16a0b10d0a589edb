const path = require('path');
const { TracedWorker, inject } = require('traced-pool/context');

const miller = new TracedWorker(path.join(__dirname, 'grind.js'));

function grind(corn) {
  miller.postMessage(inject({ corn }));
}

function sift(flour) {
  miller.postMessage({ flour });
}

function winnow(chaff) {
  miller.postMessage({ chaff });
}

module.exports = { grind, sift, winnow };
