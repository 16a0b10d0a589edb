import { join } from 'node:path';
import { FileReader } from '../../../../transforms/engine/discovery/file-reader.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';

afterAll(removeScratchFolders);

const BUFFER_BYTES = 256 * 1024;

it.each([0, 1, BUFFER_BYTES - 1, BUFFER_BYTES, BUFFER_BYTES + 1, 3 * BUFFER_BYTES])(
  'reads a file of %i bytes whole',
  (length) => {
    const text = 'abcdefg'.repeat(length / 7 + 1).slice(0, length);
    const folder = createScratchFolder({ 'before.ts': 'x'.repeat(BUFFER_BYTES / 2), 'a.ts': text });
    const reader = new FileReader();
    reader.read(join(folder, 'before.ts'));
    expect(reader.read(join(folder, 'a.ts'))?.equals(Buffer.from(text))).toBe(true);
  },
);

it('notes what cannot be read, and reads on', () => {
  const folder = createScratchFolder({ 'a.ts': 'a', 'b/c.ts': '' });
  const reader = new FileReader();
  expect(reader.read(join(folder, 'gone.ts'))).toBeUndefined();
  expect(reader.read(join(folder, 'b'))).toBeUndefined();
  expect(reader.read(join(folder, 'a.ts'))?.toString()).toBe('a');
  expect([...reader.unreadable]).toEqual([
    [join(folder, 'gone.ts'), 'cannot be read (ENOENT)'],
    [join(folder, 'b'), 'cannot be read (EISDIR)'],
  ]);
});
