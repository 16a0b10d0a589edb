import { inject } from 'traced-pool/context';

process.on('message', (honey) => process.send(inject(honey)));
