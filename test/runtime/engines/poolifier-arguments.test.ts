import { runProgram } from '../../support/run-program.js';
import { removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

const WORKER = `const { ClusterWorker } = require('poolifier');
module.exports = new ClusterWorker(() => process.argv.slice(2));
`;

const MAIN = `const cluster = require('node:cluster');
const { join } = require('node:path');
const { FixedClusterPool } = require('poolifier');
const { TracedClusterPoolExecutor } = require('traced-pool/poolifier');

async function main() {
  const found = [];
  for (const settings of [{}, { args: ['--brisk'] }, {}]) {
    for (const Pool of [FixedClusterPool, TracedClusterPoolExecutor, TracedClusterPoolExecutor]) {
      // What poolifier's own has left behind is the same for each.
      if (Pool === FixedClusterPool) cluster.setupPrimary({ args: ['--calm'] });
      const pool = new Pool(1, join(__dirname, 'worker.cjs'), { settings });
      found.push(await pool.execute());
      await pool.destroy();
    }
  }
  process.stdout.write(JSON.stringify(found));
}

void main();
`;

test('poolifier executors of processes leave the arguments of their workers as they are', async () => {
  const { stdout, stderr } = await runProgram({ 'main.cjs': MAIN, 'worker.cjs': WORKER });
  expect(stderr).toBe('');
  const calm = ['--calm'];
  const brisk = ['--brisk'];
  expect(JSON.parse(stdout)).toEqual([calm, calm, calm, brisk, brisk, brisk, calm, calm, calm]);
});
