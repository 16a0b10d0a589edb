const { heat } = require('./heat');
const { inject } = require('traced-pool/context');

process.on('message', ({ loaf }) => {
  heat();
  process.send(inject({ loaf, baked: true }));
});
