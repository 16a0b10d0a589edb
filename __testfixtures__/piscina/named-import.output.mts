import { TracedThreadPoolExecutor } from "traced-pool"
import { cpus } from "node:os"

const mill = new TracedThreadPoolExecutor({ filename: new URL("./mill.mjs", import.meta.url).href, maxThreads: cpus().length })

export const grind = (grain: string) => mill.submit(grain, { name: "coarse" })
