import PQueue from "p-queue" // the queue
import { bind } from "traced-pool/context"

export const q = new PQueue()
q.add(
	// why
	bind(async () => {
		await 1
	}),
)
