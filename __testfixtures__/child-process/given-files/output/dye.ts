import { inject } from 'traced-pool/context';
process.on('message', (message: { cloth: string }) => process.send!(inject(`${message.cloth}, dyed`)));
