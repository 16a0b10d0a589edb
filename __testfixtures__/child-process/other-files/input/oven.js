const { heat } = require('./heat');

process.on('message', ({ loaf }) => {
  heat();
  process.send({ loaf, baked: true });
});
