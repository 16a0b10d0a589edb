import { Piscina } from "piscina"
import { cpus } from "node:os"

const mill = new Piscina({ filename: new URL("./mill.mjs", import.meta.url).href, maxThreads: cpus().length })

export const grind = (grain: string) => mill.run(grain, { name: "coarse" })
