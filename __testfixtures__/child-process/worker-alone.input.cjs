// Who starts this nobody knows: a process manager, perhaps.
process.on('message', (message) => process.send({ message }));
process.send?.('ready');
