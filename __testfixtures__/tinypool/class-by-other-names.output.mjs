import { Tinypool } from 'tinypool';
import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';
function pick(name) { return Tinypool; }
const Kind = pick('plain');
const pool = new TracedThreadPoolExecutor({});
await pool.submit(1);
const [Third] = [Tinypool];
const other = new TracedThreadPoolExecutor({});
const { a: Fourth } = { a: Tinypool };
const fourth = new TracedThreadPoolExecutor({});
const Fifth = Tinypool;
const fifth = new TracedThreadPoolExecutor({});
const byName = { plain: Tinypool };
const sixth = new byName[process.argv[2]]({});
const seventh = new TracedThreadPoolExecutor({});
