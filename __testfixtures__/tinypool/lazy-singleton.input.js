import Tinypool from "tinypool"

/** @type {Tinypool | null} */
let quarry = null

function getQuarry() {
	quarry = quarry ?? new Tinypool({ filename: "./cut-stone.mjs" })
	return quarry
}

export const cut = (stone) => getQuarry().run(stone, { name: "wedge" })
