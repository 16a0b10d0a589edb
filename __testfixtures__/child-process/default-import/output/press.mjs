import { inject, tracedFork } from "traced-pool/context"

const press = tracedFork(new URL("./squeeze.mjs", import.meta.url))
export const squeeze = (grapes) => press.send(inject(grapes), (error) => error && press.kill())
