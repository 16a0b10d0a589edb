const DataLoader = require('dataloader');
const { work } = require('./work.cjs');

const loader = new DataLoader((requests) => Promise.all(requests.map(work)), { cache: false });

exports.handle = (request) => loader.load(request);
