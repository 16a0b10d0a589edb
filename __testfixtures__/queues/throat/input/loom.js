const throat = require('throat');

const weave = async (thread) => thread;
const limit = throat(2);

exports.one = (thread) => limit(() => weave(thread));
exports.two = (thread) => limit(weave, thread);
exports.all = (threads) => Promise.all(threads.map(throat(3, (thread) => weave(thread))));
exports.wrapped = throat(weave, 2);
