const { messageParent } = require("jest-worker")
const { TracedThreadPoolExecutor } = require("traced-pool/jest-worker")

function spawn() {
	return new TracedThreadPoolExecutor(require.resolve("./polish"), {
		numWorkers: 1, // one cloth
	})
}

const shoes = spawn()
module.exports = { polish: (pair) => shoes.polish(pair), messageParent }
