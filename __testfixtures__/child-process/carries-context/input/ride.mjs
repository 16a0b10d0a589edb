process.on('message', ({ letter }) => process.send(letter));
