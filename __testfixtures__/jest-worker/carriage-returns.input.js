const { Worker, messageParent } = require("jest-worker")

function spawn() {
	return new Worker(require.resolve("./polish"), {
		numWorkers: 1, // one cloth
	})
}

const shoes = spawn()
module.exports = { polish: (pair) => shoes.polish(pair), messageParent }
