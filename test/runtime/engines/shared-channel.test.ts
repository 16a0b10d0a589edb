import { runProgram } from '../../support/run-program.js';
import { removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

// A process that outlives the worker and has its channel, which thus does not close with it.
const WORKER = `import { spawn } from 'node:child_process';

export default () => {
  spawn('sleep', ['4'], { stdio: ['ignore', 'ignore', 'ignore', 3], detached: true }).unref();
  return 'left a pot on the stove';
};
`;

const MAIN = `import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const filename = new URL('./worker.mjs', import.meta.url).href;
const pool = new TracedThreadPoolExecutor({ filename, runtime: 'child_process', minThreads: 1, maxThreads: 1 });
console.log(await pool.run());
await pool.destroy();
console.log('closed');
`;

test('a pool ends whose worker has given its channel away', async () => {
  const { stdout, exitCode } = await runProgram({ 'main.mjs': MAIN, 'worker.mjs': WORKER });
  expect({ stdout, exitCode }).toEqual({ stdout: 'left a pot on the stove\nclosed\n', exitCode: 0 });
});
