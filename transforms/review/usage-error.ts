/** A mistake in the arguments, in one sentence. */
export class UsageError extends Error {}
