const { first, second, third, fourth } = require('./anvils');

exports.strike = (iron) => Promise.all([first.run(iron), second.run(iron), third.run(iron), fourth.run(iron)]);
