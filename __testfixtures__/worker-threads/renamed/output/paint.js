const { parentPort: up } = require('node:worker_threads');
const { inject } = require('traced-pool/context');
up.once('message', function (colour) {
	up.postMessage(inject({ colour }))
})
