process.on('message', ({ depth }) => process.send(`dug ${depth}`));
