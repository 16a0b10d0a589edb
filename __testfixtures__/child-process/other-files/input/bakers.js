const { fork } = require('child_process');
const { join } = require('path');

exports.startBaker = () => fork(join(__dirname, 'oven'));
