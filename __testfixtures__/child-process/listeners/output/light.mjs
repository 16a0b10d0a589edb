import { inject } from 'traced-pool/context';
process.on('message', (hill) => {
  setTimeout(() => process.send(inject(hill)), 5);
});
setInterval(() => process.send('tick'), 1000);
process.send(inject('ready'));
