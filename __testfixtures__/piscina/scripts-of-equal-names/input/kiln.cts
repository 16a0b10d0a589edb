const Pool = require('piscina');
const pool = new Pool({ filename: 'kiln.js' });

exports.fire = (pot: string) => pool.run(pot);
