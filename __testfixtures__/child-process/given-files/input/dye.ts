process.on('message', (message: { cloth: string }) => process.send!(`${message.cloth}, dyed`));
