import { inject } from 'traced-pool/context';
process.once('message', (grapes) => process.send(inject(grapes)))
