import { analyse } from '../../../dist/engine/analyse.js';
import { familyNames, loadFamily } from '../../../dist/families.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

const POOL = "import Piscina from 'piscina';\nexport const pool = new Piscina();\npool.run(1);\n";

it('finds the same with any number of threads, in files that can be parsed and others', async () => {
  const files = Array.from({ length: 40 }, (_, index) => [`pool-${index}.ts`, POOL] as const);
  const broken = { 'a.ts': `${POOL}const twice = 1;\nconst twice = 2;\n`, 'z.js': `${POOL}}\n` };
  const root = createScratchFolder({ ...Object.fromEntries(files), ...broken });
  const families = familyNames().map(loadFamily);
  const run = (jobs?: number) => analyse({ root, targets: [root], ...(jobs && { jobs }) }, families);
  const alone = await run(1);
  expect(alone.failed.map(({ path }) => path)).toEqual(['a.ts', 'z.js']);
  expect(alone.sites).toHaveLength(120);
  for (const jobs of [undefined, 2, 5, 64]) expect(await run(jobs)).toEqual(alone);
});
