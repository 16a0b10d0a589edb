const { move, Piscina: Pool } = require('piscina');
const pool = new Pool({ filename: 'oven.js' });
void pool.run(move('bread'));
