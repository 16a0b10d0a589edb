const workerpool = require('workerpool');

workerpool.worker({ project: (map) => map.toUpperCase() });
