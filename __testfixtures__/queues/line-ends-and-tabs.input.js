import PQueue from "p-queue" // the queue

export const q = new PQueue()
q.add(
	// why
	async () => {
		await 1
	},
)
