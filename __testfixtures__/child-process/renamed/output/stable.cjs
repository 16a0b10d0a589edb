'use strict';
const { inject, tracedFork } = require('traced-pool/context');

const groom = tracedFork(`${__dirname}/brush.cjs`);
module.exports = { brush: (horse) => groom.send(inject({ horse })) };
