const { TracedThreadPoolExecutor } = require('traced-pool/jest-worker');

const barn = new TracedThreadPoolExecutor(require.resolve('./milk.cjs'));

exports.milk = (cow) => barn.milk(cow).then((litres) => litres.toFixed(1));
exports.inline = () => new (require('traced-pool/jest-worker').TracedThreadPoolExecutor)(require.resolve('./milk.cjs'));
