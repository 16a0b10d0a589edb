import { inject, tracedFork } from 'traced-pool/context';

const beacon = tracedFork('./light.mjs');
beacon.on('message', (answer) => beacon.send({ answer }));
beacon.on('exit', restart);

function restart() {
  const other = tracedFork('./light.mjs');
  other.send('again');
}

export function light(hill) {
  const own = tracedFork('./light.mjs');
  own.on('message', (message) => {
    if (message === 'ready') own.send(inject(hill));
  });
  return own;
}
