const Piscina = require('piscina');

const presses = ['red', 'white'].map((colour) => new Piscina({ filename: `./${colour}.js` }));

exports.press = (index, grapes) => presses[index].run(grapes);
