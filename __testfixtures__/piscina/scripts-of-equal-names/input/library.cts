// Not piscina's.
const { Pool } = require('./stranger');
const pool = new Pool({ filename: 'kiln.js' });

exports.read = (book: string) => pool.run(book);
