const real = require('workerpool');
const library = process.env.DRY ? require('./fake-workerpool') : real;

const pool = library.pool('./cut.js');

exports.cut = (cloth) => pool.exec('cut', [cloth]);
