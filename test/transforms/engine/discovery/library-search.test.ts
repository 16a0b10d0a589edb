import { join } from 'node:path';
import { FileReader } from '../../../../transforms/engine/discovery/file-reader.js';
import {
  createByteSearch,
  findLibraryFiles,
} from '../../../../transforms/engine/discovery/library-search.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';

afterAll(removeScratchFolders);

describe('createByteSearch', () => {
  const search = createByteSearch(['piscina', '@acme/p.ol', 'größe']);

  it.each(["import 'piscina';", '// café: nestjs-piscina', "require('@acme/p.ol')", "from 'größe'"])(
    'finds a word in %j',
    (text) => expect(search(Buffer.from(text))).toBe(true),
  );

  it.each(['', 'new Piscina()', "from '@acme/pool'", 'grösse', 'pisc\nina'])('finds none in %j', (text) =>
    expect(search(Buffer.from(text))).toBe(false),
  );
});

describe('createByteSearch, of names that are everyday words', () => {
  const search = createByteSearch(['traced-pool'], { specifiers: ['async', 'queue'] });

  it.each([
    "import async from 'async';",
    'import "queue"',
    "const { queue } = require( 'async/queue' )",
    "await import(\n  /* webpackChunkName: 'jobs' */ `queue`)",
    "jest.mock('async', () => ({}))",
    "jest.unstable_mockModule('async')",
    "require.resolve('queue')",
    '// traced-pool',
  ])('finds the module in %j', (text) => expect(search(Buffer.from(text))).toBe(true));

  it.each([
    "emit('queue')",
    "const kind = 'async';",
    "from 'async-lock'",
    'async function queue() {}',
    "from './queue'",
  ])('finds none in %j', (text) => expect(search(Buffer.from(text))).toBe(false));
});

describe('createByteSearch, of single modules', () => {
  const search = createByteSearch([], { modules: ['traced-pool'] });

  it.each(["from 'traced-pool'", 'load("traced-pool")', 'import(`traced-pool`)'])('finds one in %j', (text) =>
    expect(search(Buffer.from(text))).toBe(true),
  );

  it.each(["from 'traced-pool/tinypool'", '// traced-pool', "from 'not-traced-pool'"])(
    'finds none in %j',
    (text) => expect(search(Buffer.from(text))).toBe(false),
  );
});

it('tells the files with the library in them from those without, and from those left out', () => {
  const folder = createScratchFolder({
    'a.ts': "import 'piscina';",
    'b.ts': '',
    'c.ts': '// @generated\n// piscina\n',
    'd.vue': 'piscina',
    'e.vue': '',
  });
  const at = (name: string): string => join(folder, name);
  const reader = new FileReader();
  const found = findLibraryFiles(
    {
      paths: ['a.ts', 'b.ts', 'c.ts', 'gone.ts'].map(at),
      foreign: ['d.vue', 'e.vue'].map(at),
      hasLibrary: createByteSearch(['piscina']),
      skipReason: (content) => (content.includes('@generated') ? 'is generated' : undefined),
    },
    reader,
  );
  expect([...found.texts]).toEqual([[at('a.ts'), "import 'piscina';"]]);
  expect(found.others).toEqual([at('b.ts')]);
  expect([...found.skipped]).toEqual([
    [at('c.ts'), 'is generated'],
    [at('d.vue'), 'its script is embedded in another language'],
  ]);
  expect([...reader.unreadable.keys()]).toEqual([at('gone.ts')]);
});
