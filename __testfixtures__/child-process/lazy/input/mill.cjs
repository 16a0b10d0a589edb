let miller;

exports.grind = function grind(corn) {
  if (!miller) miller = require('child_process').fork(__dirname + '/grind.cjs');
  miller.send(corn);
};
