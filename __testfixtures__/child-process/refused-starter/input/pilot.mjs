process.on('message', (ship) => process.send(ship));
