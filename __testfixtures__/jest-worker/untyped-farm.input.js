const { messageParent } = require('jest-worker');

// nothing tells what this is, and any name may be a worker's method
module.exports = (farm, wheat) => farm.mill(wheat) && messageParent(wheat.slice(1));
