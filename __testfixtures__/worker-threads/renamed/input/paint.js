const { parentPort: up } = require('node:worker_threads');
up.once('message', function (colour) {
	up.postMessage({ colour })
})
