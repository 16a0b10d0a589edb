import { Pool, spawn, Worker } from "threads"

const mowers = Pool(() => spawn(new Worker("./mow")), 3)

export async function mow(lawns) {
	const jobs = []
	for (const lawn of lawns) {
		const job = mowers.queue(mower => mower.mow(lawn)) // not awaited
		job.then(() => console.log(lawn))
		jobs.push(job)
	}
	await mowers.settled(true)
	return jobs
}
