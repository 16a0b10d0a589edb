/* We used to have a piscina here: `new Piscina().run(task)`. */
const note = "require('piscina')";

export const run = (pool) => note.length + pool.length;
