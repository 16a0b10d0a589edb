process.on('message', (corn) => process.send(corn));
