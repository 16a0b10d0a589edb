import cp from "node:child_process"

const press = cp.fork(new URL("./squeeze.mjs", import.meta.url))
export const squeeze = (grapes) => press.send(grapes, (error) => error && press.kill())
