const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');
const { pool } = require("workerpool")
const open = pool

class Orchard {
	constructor(size) {
		this.crew = new TracedThreadPoolExecutor("./pick.js", { maxWorkers: size })
	}

	pick(tree) {
		return this.crew.submit("pick", [tree])
	}
}

module.exports = Orchard
