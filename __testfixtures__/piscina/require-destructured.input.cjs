const { Piscina, move } = require("piscina")
const { once } = require("node:events")

const press = new Piscina({ filename: require.resolve("./press.cjs") })

exports.print = async (plate) => {
  await once(press, "ready")
  return press.run(move(plate))
}
