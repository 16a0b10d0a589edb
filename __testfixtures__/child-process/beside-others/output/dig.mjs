import { inject } from 'traced-pool/context';
process.on('message', ({ depth }) => process.send(inject(`dug ${depth}`)));
