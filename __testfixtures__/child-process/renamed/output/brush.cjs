'use strict';
const { inject } = require('traced-pool/context');
process.on('message', function ({ horse }) {
  process.send(inject({ horse, brushed: true }));
});
