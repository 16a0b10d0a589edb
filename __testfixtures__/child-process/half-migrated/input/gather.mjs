process.on('message', (honey) => process.send(honey));
