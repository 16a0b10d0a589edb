import { analyse } from '../../../../dist/engine/analyse.js';
import { familyNames, loadFamily } from '../../../../dist/families.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';

afterAll(removeScratchFolders);

const POOL = "import Piscina from '@acme/piscina';\nexport const pool = new Piscina();\n";

/** What the dependencies of a package become that uses a fork. */
async function dependenciesAfter(dependencies: Readonly<Record<string, string>>): Promise<object> {
  const manifest = JSON.stringify({ dependencies }, null, 2);
  const root = createScratchFolder({ 'package.json': manifest, 'pool.ts': POOL });
  const aliases = { '@acme/piscina': 'piscina' };
  const { files } = await analyse({ root, targets: [root], aliases }, familyNames().map(loadFamily));
  const after = files.find(({ path }) => path === 'package.json')?.after ?? manifest;
  return (JSON.parse(after) as { dependencies: object }).dependencies;
}

it.each([
  ['^5.1.0', 'npm:@acme/piscina@^5.1.0'],
  ['latest', 'npm:@acme/piscina@latest'],
  ['workspace:*', 'workspace:@acme/piscina@*'],
  ['github:acme/piscina#main', 'github:acme/piscina#main'],
  ['acme/piscina', 'acme/piscina'],
  ['git+ssh://git@acme.dev/piscina.git', 'git+ssh://git@acme.dev/piscina.git'],
  ['file:../piscina', 'file:../piscina'],
])('installs a fork of %s under the name that the executor extends', async (range, alias) => {
  expect(await dependenciesAfter({ '@acme/piscina': range, zod: '4' })).toEqual({
    '@acme/piscina': range,
    piscina: alias,
    'traced-pool': expect.stringMatching(/^\^/),
    zod: '4',
  });
});

it('leaves a package of that name as it is', async () => {
  const dependencies = { '@acme/piscina': '^5.1.0', piscina: 'npm:@acme/piscina@5' };
  expect(await dependenciesAfter(dependencies)).toEqual({
    ...dependencies,
    'traced-pool': expect.stringMatching(/^\^/),
  });
});
