'use strict'
const { DynamicClusterPool, FixedClusterPool, WorkerChoiceStrategies } = require('poolifier')

const smiths = new FixedClusterPool(3, './smith.js', {
	workerChoiceStrategy: WorkerChoiceStrategies.LEAST_USED,
})
const helpers = new DynamicClusterPool(1, 3, './helper.js')

exports.forge = async iron => {
	await helpers.execute(iron, 'bellows')
	return smiths.execute(iron)
}
