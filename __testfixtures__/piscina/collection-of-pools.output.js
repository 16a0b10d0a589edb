const { TracedThreadPoolExecutor } = require('traced-pool');

const presses = ['red', 'white'].map((colour) => new TracedThreadPoolExecutor({ filename: `./${colour}.js` }));

exports.press = (index, grapes) => presses[index].submit(grapes);
