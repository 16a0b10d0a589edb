'use strict'
const { WorkerChoiceStrategies } = require('poolifier')
const { TracedClusterPoolExecutor, TracedDynamicClusterPoolExecutor } = require('traced-pool/poolifier')

const smiths = new TracedClusterPoolExecutor(3, './smith.js', {
	workerChoiceStrategy: WorkerChoiceStrategies.LEAST_USED,
})
const helpers = new TracedDynamicClusterPoolExecutor(1, 3, './helper.js')

exports.forge = async iron => {
	await helpers.submit(iron, 'bellows')
	return smiths.submit(iron)
}
