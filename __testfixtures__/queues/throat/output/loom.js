const throat = require('throat');
const { bind, bindCalls } = require('traced-pool/context');

const weave = async (thread) => thread;
const limit = throat(2);

exports.one = (thread) => limit(bind(() => weave(thread)));
exports.two = (thread) => limit(bind(weave), thread);
exports.all = (threads) => Promise.all(threads.map(bindCalls((bound) => throat(3, bound((thread) => weave(thread))))));
exports.wrapped = bindCalls((bound) => throat(bound(weave), 2));
