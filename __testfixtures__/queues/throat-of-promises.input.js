const throat = require('throat')(Promise);

const chorus = throat(2);

exports.sing = (song) => chorus(() => song());
