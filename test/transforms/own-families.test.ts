import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineFamily } from '../../dist/index.js';
import type { FamilyDefinition } from '../../dist/index.js';
import { runOn } from '../../dist/testing.js';
import { run } from '../support/cli.js';
import type { Files } from '../support/fixtures.js';
import { createScratchFolder, removeScratchFolders } from '../support/scratch.js';

afterAll(removeScratchFolders);

const KITCHEN: FamilyDefinition = {
  name: 'kitchen',
  packages: ['@acme/kitchen'],
  versions: '>=2',
  classes: { Kitchen: 'TracedKitchen', Galley: 'TracedGalley' },
  executors: '@acme/kitchen/traced',
  dispatch: { from: 'cook', to: 'submit', kept: ['bake'] },
  map: 'cookAll',
};

async function change(
  text: string,
  definition: Partial<FamilyDefinition> = {},
  files: Files = {},
  name = 'a.ts',
) {
  const ownFamilies = [defineFamily({ ...KITCHEN, ...definition })];
  const found = await runOn({ [name]: text, ...files }, { ownFamilies, families: [] });
  return { ...found, text: found.changed[name] };
}

describe('a family of the user’s own is found as a built-in one is', () => {
  it.each<[string, string, string, string, Partial<FamilyDefinition>]>([
    [
      'by named imports, fields and other verbs',
      'a.ts',
      `import { Kitchen, Galley as Small } from '@acme/kitchen';
class House {
  #kitchen = new Kitchen({ filename: 'cook.js' });
  galley: Small = new Small();
  serve(dish: string) { return [this.#kitchen.cook(dish), this.galley.cook(dish), this.galley.bake(dish)]; }
}
`,
      `import { TracedGalley, TracedKitchen } from '@acme/kitchen/traced';
class House {
  #kitchen = new TracedKitchen({ filename: 'cook.js' });
  galley: TracedGalley = new TracedGalley();
  serve(dish: string) { return [this.#kitchen.submit(dish), this.galley.submit(dish), this.galley.bake(dish)]; }
}
`,
      {},
    ],
    [
      'by require(), and all of a list at once',
      'a.cjs',
      `const { Kitchen } = require("@acme/kitchen")
const kitchen = new Kitchen()
exports.serve = (dishes = []) => Promise.all(["soup"].map((dish) => kitchen.cook(dish)))
`,
      `const { TracedKitchen } = require("@acme/kitchen/traced")
const kitchen = new TracedKitchen()
exports.serve = (dishes = []) => kitchen.cookAll(["soup"])
`,
      {},
    ],
    [
      'where the module is the class',
      'a.cjs',
      "const Kitchen = require('kitchen');\nconst kitchen = new Kitchen();\nkitchen.cook(1);\n",
      "const { TracedKitchen } = require('@/traced');\nconst kitchen = new TracedKitchen();\nkitchen.submit(1);\n",
      {
        packages: ['kitchen'],
        classes: { default: 'TracedKitchen' },
        isModuleTheDefault: true,
        executors: '@/traced',
      },
    ],
    [
      'by a verb that the executor has as well',
      'a.mjs',
      "import { Kitchen } from '@acme/kitchen';\nnew Kitchen().cook(1);\n",
      "import { TracedKitchen } from '@acme/kitchen/traced';\nnew TracedKitchen().cook(1);\n",
      { dispatch: { from: 'cook' } },
    ],
  ])('%s', async (_, name, before, after, definition) => {
    const found = await change(before, definition, {}, name);
    expect(found.failed).toEqual({});
    expect(found.text).toBe(after);
    const again = await change(after, definition, {}, name);
    expect(again.changed).toEqual({});
    expect(again.sites).not.toContain('rewritten');
  });

  it('over files, with what package.json is to gain', async () => {
    const files = {
      'pool.ts': "import { Kitchen } from '@acme/kitchen';\nexport const kitchen = new Kitchen();\n",
      'package.json': '{ "dependencies": { "@acme/kitchen": "^2.1.0" } }\n',
    };
    const text = "import { kitchen } from './pool.js';\nkitchen.cook(1);\n";
    const dependency = { name: '@acme/traced-kitchen', range: '^1.0.0' };
    const { changed } = await change(text, { dependency }, files);
    expect(changed['a.ts']).toContain('kitchen.submit(1)');
    expect(changed['package.json']).toBe(
      '{ "dependencies": { "@acme/kitchen": "^2.1.0", "@acme/traced-kitchen": "^1.0.0" } }\n',
    );
    expect(Object.keys((await change(text, {}, files)).changed)).toEqual(['a.ts', 'pool.ts']);
  });

  it.each<[string, string, Files, RegExp]>([
    [
      'another version',
      "import { Kitchen } from '@acme/kitchen';\nnew Kitchen();\n",
      { 'package.json': '{ "dependencies": { "@acme/kitchen": "^1.0.0" } }' },
      / refused unsupported-version$/m,
    ],
    [
      'a subclass with members of the executor’s',
      "import { Kitchen } from '@acme/kitchen';\nclass Mine extends Kitchen { submit() {} }\n",
      {},
      / refused name-conflict$/m,
    ],
    [
      'a class that is given away',
      "import { Kitchen } from '@acme/kitchen';\nmake(Kitchen);\n",
      {},
      / refused escapes-to-unknown$/m,
    ],
    [
      'what has only the name',
      "class Kitchen { cook(dish: string) {} }\nnew Kitchen().cook('soup');\n",
      {},
      /^$/,
    ],
  ])('and left alone: %s', async (_, text, files, sites) => {
    const found = await change(text, {}, files);
    expect(found.changed).toEqual({});
    expect(found.sites).toMatch(sites);
  });
});

describe('on the command line', () => {
  const configuration = `import { defineConfig, defineFamily } from 'traced-pool-codemod';
    const kitchen = defineFamily(${JSON.stringify({ ...KITCHEN, title: 'kitchen brigade' })});
    export default defineConfig({ ownFamilies: [kitchen] });\n`;
  const files = {
    'traced-pool.config.ts': configuration,
    'a.ts':
      "import { Kitchen } from '@acme/kitchen';\nimport Piscina from 'piscina';\nnew Kitchen().cook(1);\nnew Piscina().run(1);\n",
  };

  it('it is one of the families', () => {
    const folder = createScratchFolder(files);
    expect(run(folder, '--list').stdout).toMatch(/^kitchen {2}pools of @acme\/kitchen become/m);
    const { stdout } = run(folder);
    expect(stdout).toMatch(/^\+new TracedKitchen\(\)\.submit\(1\);$/m);
    expect(stdout).toMatch(/^\+new TracedThreadPoolExecutor\(\)\.submit\(1\);$/m);
    const alone = run(folder, '--family', 'kitchen').stdout;
    expect(alone).toMatch(/^ new Piscina\(\)\.run\(1\);$/m);
    expect(run(folder, '--family', 'piscina').stdout).toMatch(/^ new Kitchen\(\)\.cook\(1\);$/m);
    expect(run(createScratchFolder({ ...files, 'a.ts': '' })).stdout).toContain('kitchen brigade');
  });

  it('it is in the reports, and explained', () => {
    const folder = createScratchFolder(files);
    const reports = ['json', 'sarif', 'html', 'patch'].flatMap((kind) => ['--report', `out.${kind}`]);
    expect(run(folder, '--quiet', ...reports).status).toBe(0);
    const read = (kind: string): string => readFileSync(join(folder, `out.${kind}`), 'utf8');
    const { sites, files: changed } = JSON.parse(read('json'));
    expect(sites).toContainEqual(
      expect.objectContaining({ family: 'kitchen', kind: 'dispatch', variant: 'submit' }),
    );
    expect(changed[0].family).toEqual(['piscina', 'kitchen']);
    expect(read('sarif')).toContain('"family": "kitchen"');
    expect(read('html')).toContain('kitchen');
    expect(read('patch')).toContain('+new TracedKitchen()');
    expect(run(folder, 'explain', 'a.ts:3').stdout).toMatch(/kitchen[^]*is imported here/);
  });

  it.each<[string, object, RegExp]>([
    [
      'a built-in name',
      { name: 'piscina' },
      /: ownFamilies has piscina, which is the name of a built-in family; rename it$/,
    ],
    [
      'a built-in library',
      { packages: ['piscina'] },
      /: the families piscina and kitchen both look for piscina; leave one of them out of families$/,
    ],
    [
      'a wrong name',
      { name: 'My Kitchen' },
      /: a family must have a name|in the family My Kitchen, name must be a name of lower-case letters/,
    ],
    [
      'no classes',
      { classes: {} },
      /: in the family kitchen, classes must be an object that has the name of an executor/,
    ],
    [
      'a relative module',
      { executors: './traced' },
      /: in the family kitchen, executors must be the name of a module that is the same from every file$/,
    ],
    ['no verb', { dispatch: {} }, /: in the family kitchen, dispatch must be an object such as/],
    [
      'an unknown property',
      { verbs: ['cook'] },
      /: the family kitchen has no property verbs; there are: name, title, /,
    ],
  ])('%s is a mistake', (_, mistake, message) => {
    const text = JSON.stringify({ ownFamilies: [{ ...KITCHEN, ...mistake }] });
    const { status, stderr } = run(createScratchFolder({ 'traced-pool.config.json': text }));
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr.trim()).toMatch(message);
  });

  it('so is one that the helper sees, and two of one name', () => {
    const twice = JSON.stringify({ ownFamilies: [KITCHEN, KITCHEN] });
    expect(run(createScratchFolder({ 'traced-pool.config.json': twice })).stderr).toContain(
      'two of ownFamilies have the name kitchen; rename one',
    );
    const broken = `import { defineFamily } from 'traced-pool-codemod';\nexport default { ownFamilies: [defineFamily({ name: 'x' })] };\n`;
    expect(run(createScratchFolder({ 'traced-pool.config.ts': broken })).stderr).toMatch(
      /traced-pool\.config\.ts cannot be loaded: in the family x, packages must be an array of package names\n$/,
    );
  });
});
