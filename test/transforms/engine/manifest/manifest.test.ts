import { join } from 'node:path';
import { dependencyEdit, findManifest } from '../../../../transforms/engine/manifest/manifest.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';

const QUERY = { name: 'traced-pool', range: '^1.2.3', beside: ['piscina'] };

function edited(text: string): string {
  const edit = dependencyEdit(text, QUERY);
  return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
}

afterAll(removeScratchFolders);

describe('dependencyEdit', () => {
  it.each(['  ', '    ', '\t'])(
    'keeps the indentation %j, and puts the name where the order wants it',
    (tab) => {
      const before = JSON.stringify({ name: 'x', dependencies: { piscina: '1', zod: '2' } }, null, tab);
      const after = { name: 'x', dependencies: { piscina: '1', 'traced-pool': '^1.2.3', zod: '2' } };
      expect(edited(before)).toBe(JSON.stringify(after, null, tab));
    },
  );

  it('keeps line ends and the lack of a last one', () => {
    expect(edited('{\r\n  "dependencies": {\r\n    "piscina": "1"\r\n  }\r\n}')).toBe(
      '{\r\n  "dependencies": {\r\n    "piscina": "1",\r\n    "traced-pool": "^1.2.3"\r\n  }\r\n}',
    );
  });

  it('goes first where the order wants it', () => {
    expect(edited('{\n  "dependencies": {\n    "yup": "1"\n  }\n}\n')).toBe(
      '{\n  "dependencies": {\n    "traced-pool": "^1.2.3",\n    "yup": "1"\n  }\n}\n',
    );
  });

  it('goes right after the library where there is no order', () => {
    const before = { dependencies: { zod: '1', piscina: '2', express: '3' } };
    const after = { dependencies: { zod: '1', piscina: '2', 'traced-pool': '^1.2.3', express: '3' } };
    expect(edited(JSON.stringify(before, null, 2))).toBe(JSON.stringify(after, null, 2));
  });

  it.each([
    ['dependencies', 'dependencies'],
    ['devDependencies', 'devDependencies'],
    ['optionalDependencies', 'optionalDependencies'],
    ['peerDependencies', 'dependencies'],
  ])('for a library in %s adds to %s', (section, expected) => {
    const result = JSON.parse(edited(JSON.stringify({ name: 'x', [section]: { piscina: '1' } }, null, 2)));
    expect(result[expected]['traced-pool']).toBe('^1.2.3');
    expect(result[section].piscina).toBe('1');
  });

  it('adds to what is installed with a package whose peer the library is', () => {
    const before = {
      name: 'x',
      peerDependencies: { piscina: '>=4' },
      devDependencies: { piscina: '^5.0.0' },
    };
    const { dependencies, devDependencies } = JSON.parse(edited(JSON.stringify(before, null, 2)));
    expect([dependencies, devDependencies]).toEqual([{ 'traced-pool': '^1.2.3' }, { piscina: '^5.0.0' }]);
  });

  it('makes the section before its sisters', () => {
    const before = { name: 'x', scripts: {}, devDependencies: { jest: '1' } };
    const after = {
      name: 'x',
      scripts: {},
      dependencies: { 'traced-pool': '^1.2.3' },
      devDependencies: { jest: '1' },
    };
    expect(edited(JSON.stringify(before, null, 2))).toBe(JSON.stringify(after, null, 2));
  });

  it('makes the section where the sister comes first', () => {
    const before = { devDependencies: { jest: '1' }, name: 'x' };
    const after = { dependencies: { 'traced-pool': '^1.2.3' }, devDependencies: { jest: '1' }, name: 'x' };
    expect(edited(JSON.stringify(before, null, '\t'))).toBe(JSON.stringify(after, null, '\t'));
  });

  it('fills an empty section', () => {
    expect(edited('{\n  "name": "x",\n  "dependencies": {}\n}\n')).toBe(
      '{\n  "name": "x",\n  "dependencies": {\n    "traced-pool": "^1.2.3"\n  }\n}\n',
    );
  });

  it.each([
    [
      '{ "dependencies": { "piscina": "1" } }',
      '{ "dependencies": { "piscina": "1", "traced-pool": "^1.2.3" } }',
    ],
    ['{ "name": "x" }', '{ "name": "x", "dependencies": { "traced-pool": "^1.2.3" } }'],
    ['{}', '{ "dependencies": { "traced-pool": "^1.2.3" } }'],
  ])('keeps %s on its line', (before, after) => {
    expect(edited(before)).toBe(after);
  });

  it.each(['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'])(
    'adds nothing where %s has it',
    (section) => {
      const text = JSON.stringify({ dependencies: { piscina: '1' }, [section]: { 'traced-pool': '^0.9.0' } });
      expect(dependencyEdit(text, QUERY)).toBeUndefined();
    },
  );

  it('adds nothing the second time', () => {
    const once = edited('{\n  "dependencies": {\n    "piscina": "1"\n  }\n}\n');
    expect(edited(once)).toBe(once);
  });

  it.each(['{ "name": "x",\n}', '[1]', '', '{ // note\n}'])('tells where %j is not a manifest', (text) => {
    expect(() => dependencyEdit(text, QUERY)).toThrow(/not valid JSON.*line \d+, column \d+/);
  });
});

describe('findManifest', () => {
  it('finds the nearest one', () => {
    const folder = createScratchFolder({
      'package.json': '{}',
      'packages/api/package.json': '{}',
      'packages/api/src/a.ts': '',
    });
    expect(findManifest(join(folder, 'packages/api/src'))).toBe(join(folder, 'packages/api/package.json'));
    expect(findManifest(join(folder, 'packages'))).toBe(join(folder, 'package.json'));
  });

  it('passes over one that only tells how to load a folder', () => {
    const folder = createScratchFolder({
      'package.json': '{ "name": "api" }',
      'src/esm/package.json': '{ "type": "module" }',
    });
    expect(findManifest(join(folder, 'src/esm'))).toBe(join(folder, 'package.json'));
  });

  it('does not leave the repository', () => {
    const folder = createScratchFolder({
      'package.json': '{ "name": "not ours" }',
      'checkout/.git/HEAD': '',
      'checkout/src/a.ts': '',
    });
    expect(findManifest(join(folder, 'checkout/src'))).toBeUndefined();
  });
});
