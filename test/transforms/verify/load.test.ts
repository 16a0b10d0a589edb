import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { REPOSITORY } from '../../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';
import { startVerify } from '../../support/verify.js';

afterAll(removeScratchFolders);

const SERVER = join(REPOSITORY, 'bench', 'verify-server.cjs');
const SPANS_A_REQUEST = 5;

// What it costs is measured by `npm run bench:verify`.
test('a web server under load is judged in full', async () => {
  const folder = createScratchFolder();
  const child = startVerify(folder, ['--save', 'run.json', '--', process.execPath, SERVER]);
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  while (!/listens on (\d+)/.test(output))
    await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
  const url = `http://127.0.0.1:${/listens on (\d+)/.exec(output)?.[1] ?? ''}/7`;
  const load = await autocannon({ url, connections: 20, amount: 200 });
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
  expect(load['2xx']).toBe(200);
  expect(output).toContain('1000 spans in 200 traces, 200 roots; listened to 1 process and 2 worker threads');
  expect(output).toContain('✓ Every span is where it belongs, and an exporter was given it.');
  expect(output.match(/^trace [\da-f]{32}, 5 spans$/gm)).toHaveLength(200);
  const saved = readFileSync(join(folder, 'run.json'), 'utf8');
  expect(saved.match(/"spanId"/g)).toHaveLength(200 * SPANS_A_REQUEST);
});
