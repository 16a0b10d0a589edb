const { first, second, third, fourth } = require('./anvils');

exports.strike = (iron) => Promise.all([first.submit(iron), second.submit(iron), third.submit(iron), fourth.submit(iron)]);
