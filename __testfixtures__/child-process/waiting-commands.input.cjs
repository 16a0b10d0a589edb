// What waits is given to processes that have no channel, and to a socket.
const { fork: plant, spawn } = require('./garden.cjs');
const { execFile } = require('node:child_process');

const commands = [];

exports.run = function run(command, socket) {
  if (commands.length > 4) {
    commands.push({ command, socket });
    return;
  }
  execFile(command, () => {
    const next = commands.shift();
    if (next) run(next.command, next.socket);
  });
  socket.send(command);
  plant(command).send(spawn(command));
};
