import { inject } from 'traced-pool/context';
process.on('message', (blank: { weight: number }) => {
  process.send!(inject({ blank, coined: true }));
  process.send?.(inject('done'));
});
