const threads = require('threads');
const { TracedThreadPoolExecutor, TracedWorker } = require('traced-pool/threads');

const rafts = new TracedThreadPoolExecutor(() => threads.spawn(new TracedWorker('./row')), 3);

exports.row = (river) => rafts.submit(async (raft) => raft.row(river));
