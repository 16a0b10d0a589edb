import Tinypool from "tinypool"
import { TracedThreadPoolExecutor } from "traced-pool/tinypool"

/** @type {Tinypool | null} */
let quarry = null

function getQuarry() {
	quarry = quarry ?? new TracedThreadPoolExecutor({ filename: "./cut-stone.mjs" })
	return quarry
}

export const cut = (stone) => getQuarry().run(stone, { name: "wedge" })
