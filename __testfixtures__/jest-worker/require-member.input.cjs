const Farm = require('jest-worker').Worker;

const barn = new Farm(require.resolve('./milk.cjs'));

exports.milk = (cow) => barn.milk(cow).then((litres) => litres.toFixed(1));
exports.inline = () => new (require('jest-worker').Worker)(require.resolve('./milk.cjs'));
