const { inject } = require('traced-pool/context');
process.on('message', (corn) => process.send(inject(corn)));
