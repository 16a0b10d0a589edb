const { pool } = require("workerpool")
const open = pool

class Orchard {
	constructor(size) {
		this.crew = open("./pick.js", { maxWorkers: size })
	}

	pick(tree) {
		return this.crew.exec("pick", [tree])
	}
}

module.exports = Orchard
