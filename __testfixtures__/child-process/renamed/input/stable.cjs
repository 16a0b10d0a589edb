'use strict';
const { fork: start } = require('child_process');

const groom = start(`${__dirname}/brush.cjs`);
module.exports = { brush: (horse) => groom.send({ horse }) };
