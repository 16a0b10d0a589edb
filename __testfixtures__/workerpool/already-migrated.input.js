const workerpool = require('workerpool');
const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');

const pool = new TracedThreadPoolExecutor(__dirname + '/press.js');

exports.press = (flower) => pool.submit('press', [flower]);
exports.cpus = workerpool.cpus;
