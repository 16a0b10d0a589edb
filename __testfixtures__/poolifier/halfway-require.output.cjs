const { TracedThreadPoolExecutor: Presses, ...rest } = require('traced-pool/poolifier');
const { PoolEvents } = require('poolifier');
const { TracedClusterPoolExecutor: Clusters, TracedDynamicThreadPoolExecutor } = require("traced-pool/poolifier");

const presses = new Presses(2, './press.js');
const vats = new TracedDynamicThreadPoolExecutor(1, 4, './vat.js');
const cellars = new Clusters(2, './cellar.js');

module.exports = { presses, vats, cellars, PoolEvents, rest };
