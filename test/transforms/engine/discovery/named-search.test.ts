import { join } from 'node:path';
import { FileReader } from '../../../../transforms/engine/discovery/file-reader.js';
import { findNamed } from '../../../../transforms/engine/discovery/named-search.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';

afterAll(removeScratchFolders);

const root = createScratchFolder({
  'worker.js': 'work();',
  'workers/resize.ts': 'work();',
  'jobs/scale.worker.mjs': 'work();',
  'crop.cjs': 'work();',
  'unnamed.js': 'work();',
  'generated.js': '// @generated',
  'broken.js': 'work(',
});
const others = [
  'worker.js',
  'workers/resize.ts',
  'jobs/scale.worker.mjs',
  'crop.cjs',
  'unnamed.js',
  'generated.js',
  'broken.js',
].map((name) => join(root, name));
const skipReason = (content: Buffer): string | undefined =>
  content.includes('@generated') ? 'generated' : undefined;

test.each([
  ["new Worker(new URL('./worker.js', import.meta.url))", ['worker.js']],
  ["new Worker(path.join(__dirname, 'workers', 'resize.js'))", ['workers/resize.ts']],
  ['fork(`../lib/jobs/scale.worker.mjs`)', ['jobs/scale.worker.mjs']],
  ["new Worker(require.resolve('./crop'))", ['crop.cjs']],
  ["new Worker('./generated.js')", []],
  ["lint('./broken.js')", []],
  ["import { Worker } from 'node:worker_threads'; new Worker(file, { name: 'worker' })", []],
])('of %p the scripts are found', (text, names) => {
  const texts = new Map([[join(root, 'main.js'), text]]);
  const found = findNamed({ texts, others, skipReason }, new FileReader());
  expect([...found.keys()]).toEqual(names.map((name) => join(root, name)));
});
