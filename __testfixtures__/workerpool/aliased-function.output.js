const { pool } = require("workerpool")
const { TracedThreadPoolExecutor } = require("traced-pool/workerpool")
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
