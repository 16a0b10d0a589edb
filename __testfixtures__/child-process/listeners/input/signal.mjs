import { fork } from 'node:child_process';

const beacon = fork('./light.mjs');
beacon.on('message', (answer) => beacon.send({ answer }));
beacon.on('exit', restart);

function restart() {
  const other = fork('./light.mjs');
  other.send('again');
}

export function light(hill) {
  const own = fork('./light.mjs');
  own.on('message', (message) => {
    if (message === 'ready') own.send(hill);
  });
  return own;
}
