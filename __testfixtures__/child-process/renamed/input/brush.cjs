'use strict';
process.on('message', function ({ horse }) {
  process.send({ horse, brushed: true });
});
