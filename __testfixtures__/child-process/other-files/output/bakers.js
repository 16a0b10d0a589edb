const { tracedFork } = require('traced-pool/context');
const { join } = require('path');

exports.startBaker = () => tracedFork(join(__dirname, 'oven'));
