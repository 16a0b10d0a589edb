import { Tinypool } from 'tinypool';
function pick(name) { return Tinypool; }
const Kind = pick('plain');
const pool = new Kind({});
await pool.run(1);
const [Third] = [Tinypool];
const other = new Third({});
const { a: Fourth } = { a: Tinypool };
const fourth = new Fourth({});
const Fifth = Tinypool;
const fifth = new Fifth({});
const byName = { plain: Tinypool };
const sixth = new byName[process.argv[2]]({});
const seventh = new byName.plain({});
