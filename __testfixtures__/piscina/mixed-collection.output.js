const { TracedThreadPoolExecutor } = require('traced-pool');

const steps = new Map([
  ['roast', new TracedThreadPoolExecutor({ filename: './roast.js' })],
  ['taste', { run: (bean) => bean }],
]);
const tasters = [{ run: (bean) => bean }];

exports.roast = (bean) => steps.get('roast').run(bean);
exports.taste = (bean) => tasters[0].run(bean);
