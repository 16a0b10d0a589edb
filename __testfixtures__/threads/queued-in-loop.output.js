import { spawn } from "threads"
import { TracedThreadPoolExecutor, TracedWorker } from "traced-pool/threads"

const mowers = new TracedThreadPoolExecutor(() => spawn(new TracedWorker("./mow")), 3)

export async function mow(lawns) {
	const jobs = []
	for (const lawn of lawns) {
		const job = mowers.submit(mower => mower.mow(lawn)) // not awaited
		job.then(() => console.log(lawn))
		jobs.push(job)
	}
	await mowers.settled(true)
	return jobs
}
