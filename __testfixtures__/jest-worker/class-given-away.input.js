const { Worker } = require('jest-worker');
const { instrument } = require('./instrument');

const Farm = instrument(Worker);
module.exports = new Farm('/srv/press.js');
