import { analyse } from '../../../dist/engine/analyse.js';
import { familyNames, loadFamily } from '../../../dist/families.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

const POOL = "import Piscina from 'piscina';\nconst pool = new Piscina();\n";
const aliases = Array.from({ length: 1500 }, (_, index) => `const a${index + 1} = a${index};\n`).join('');

it.each([
  ['a long sum', `${POOL}void (1${' +\n1'.repeat(6400)});\n`, 1],
  ['a long chain of calls', `${POOL}void pool${'\n.run(1)'.repeat(1600)};\n`, 1],
  ['a long chain of conditions', `${POOL}const x = ${'a ?\n b : '.repeat(3200)}c;\n`, 1],
  ['a long chain of names', `${POOL}const a0 = pool;\n${aliases}void a1500.run(1);\n`, 0],
])('gives an account of %s, and finishes the others', async (_, text, left) => {
  const root = createScratchFolder({ 'deep.mjs': text, 'pool.mjs': `${POOL}pool.run(1);\n` });
  const families = familyNames().map(loadFamily);
  const { sites, skipped, failed } = await analyse({ root, targets: [root] }, families);
  expect(sites.filter(({ path }) => path === 'pool.mjs').map(({ outcome }) => outcome)).toEqual(
    Array(3).fill('rewritten'),
  );
  expect([...skipped, ...failed]).toHaveLength(left);
  for (const { path, reason } of [...skipped, ...failed]) {
    expect(path).toBe('deep.mjs');
    expect(reason).toMatch(/^(?:is nested too deeply|cannot be parsed).*$/);
  }
});
