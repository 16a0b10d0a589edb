const { TracedThreadPoolExecutor } = require('traced-pool');
const pool = new TracedThreadPoolExecutor({ filename: 'kiln.js' });

exports.fire = (pot: string) => pool.submit(pot);
