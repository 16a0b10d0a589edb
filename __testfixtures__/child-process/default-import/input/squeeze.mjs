process.once('message', (grapes) => process.send(grapes))
