const { move } = require("piscina")
const { TracedThreadPoolExecutor } = require("traced-pool")
const { once } = require("node:events")

const press = new TracedThreadPoolExecutor({ filename: require.resolve("./press.cjs") })

exports.print = async (plate) => {
  await once(press, "ready")
  return press.submit(move(plate))
}
