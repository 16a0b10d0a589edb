const pLimit = require('p-limit');
const { bind } = require('traced-pool/context');

let row = 0;
const limits = { cashier: pLimit(1) };

exports.seat = (guest, print) => limits.cashier(bind(print), (row += guest.length));
