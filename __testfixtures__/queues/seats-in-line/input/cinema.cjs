const pLimit = require('p-limit');

let row = 0;
const limits = { cashier: pLimit(1) };

exports.seat = (guest, print) => limits.cashier(print, (row += guest.length));
