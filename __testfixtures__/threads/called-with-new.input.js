const threads = require('threads');

const rafts = new threads.Pool(() => threads.spawn(new threads.Worker('./row')), 3);

exports.row = (river) => rafts.queue(async (raft) => raft.row(river));
