const { makePool } = require('./search');
const whole = require('./whole');

const pool = makePool();
exports.search = (text) => pool.submit(text);
exports.find = (text) => whole.run(text);
