const { move } = require('piscina');
const { TracedThreadPoolExecutor } = require('traced-pool');
const pool = new TracedThreadPoolExecutor({ filename: 'oven.js' });
void pool.submit(move('bread'));
