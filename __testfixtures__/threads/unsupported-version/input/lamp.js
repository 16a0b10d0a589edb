const { Pool, spawn, Worker } = require('threads');

const lamps = Pool(() => spawn(new Worker('./shine')));

exports.shine = (ship) => lamps.queue((lamp) => lamp(ship));
