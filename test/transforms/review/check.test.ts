import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis, Site } from '../../../transforms/engine/contracts.js';
import { formatCheck, prepareCheck, toBaseline } from '../../../transforms/review/check/check.js';
import type { CheckOptions } from '../../../transforms/review/check/check.js';
import { git } from '../../support/git.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

/** An analysis in which each line with `run` is bare, and each with `refuse` is refused. */
function analyse(root: string, texts: Readonly<Record<string, string>>): Analysis {
  const files = Object.entries(texts).map(([path, before]) => {
    return { path, families: ['piscina'], before, after: before, edits: [], linked: [] };
  });
  const sites = files.flatMap(({ path, before }) =>
    before.split('\n').flatMap((text, index): Site[] => {
      const isRefused = text.includes('refuse');
      if (!isRefused && !text.includes('run')) return [];
      const [line, column] = [index + 1, 3];
      const code = isRefused ? 'unproven-receiver' : null;
      const place = { id: `${path}:${line}:3:dispatch`, path, line, column, family: 'piscina' };
      const outcome = isRefused ? 'refused' : 'rewritten';
      const reason = isRefused ? 'no proof: 100 %' : null;
      return [{ ...place, kind: 'dispatch', variant: null, outcome, code, reason }];
    }),
  );
  return { root, filesScanned: 1, files, sites, skipped: [], proofs: new Map(), ties: [], failed: [] };
}

async function findLines(analysis: Analysis, options: CheckOptions, isDryRun = true): Promise<string[]> {
  const { open } = (await prepareCheck(analysis.root, options))(analysis, isDryRun);
  return open.map(({ path, line }) => `${path}:${line}`);
}

describe('a baseline', () => {
  const OLD = { 'a.ts': 'one.run();\nrefuse();\n', 'b.ts': 'two.run();\ntwo.run();\n' };

  function writeBaseline(): string {
    const folder = createScratchFolder({});
    const path = join(folder, 'baseline.json');
    writeFileSync(path, toBaseline(analyse(folder, OLD), true));
    return path;
  }

  it('lets pass what it has, wherever the lines have moved to and however they are indented', async () => {
    const baseline = writeBaseline();
    const moved = {
      'b.ts': 'two.run();\n\n  two.run();\n',
      'a.ts': 'import x;\n\n\trefuse();\none.run();\n',
    };
    expect(await findLines(analyse('/srv', moved), { baseline })).toEqual([]);
  });

  it('finds what is new: another text, one more of the same, another file', async () => {
    const now = {
      'a.ts': 'one.run(2);\nrefuse();\n',
      'b.ts': 'two.run();\ntwo.run();\ntwo.run();\n',
      'constructor.ts': 'one.run();\n',
    };
    expect(await findLines(analyse('/srv', now), { baseline: writeBaseline() })).toEqual([
      'a.ts:1',
      'b.ts:3',
      'constructor.ts:1',
    ]);
  });

  it.each([
    ['that is not there', undefined, /there is no baseline .*gone\.json; write it with --update-baseline/],
    ['that is broken', '{', /cannot be read: .*; write it with --update-baseline/],
    ['of another kind', '{ "schemaVersion": 7 }', /is no baseline of this version/],
    ['that is empty', 'null', /is no baseline of this version/],
  ])('%s is a mistake in one sentence', async (_, text, message) => {
    const path = join(createScratchFolder({}), 'gone.json');
    if (text !== undefined) writeFileSync(path, text);
    await expect(prepareCheck('/srv', { baseline: path })).rejects.toThrow(message);
  });
});

describe('what is new', () => {
  const TEXT = 'a.run();\nb.run();\n';
  const NAME = 'src/é "x"\\y.ts';
  let top: string;
  const read = (): Analysis =>
    analyse(join(top, 'src'), { 'é "x"\\y.ts': `${TEXT}c.run();\n`, 'new.ts': TEXT });

  beforeEach(() => {
    top = createScratchFolder({ [NAME]: TEXT, 'other.ts': TEXT });
    git(top, 'init', '--quiet', '--initial-branch=main');
    git(top, 'add', '.');
    git(top, 'commit', '--quiet', '-m', 'start');
    appendFileSync(join(top, NAME), 'c.run();\n');
  });

  it('since a commit: changed lines, and files that git does not know yet', async () => {
    writeFileSync(join(top, 'src/new.ts'), TEXT);
    const lines = await findLines(read(), { scope: { since: 'HEAD' } });
    expect(lines).toEqual(['é "x"\\y.ts:3', 'new.ts:1', 'new.ts:2']);
  });

  it('since another branch: only what this one has gained', async () => {
    git(top, 'checkout', '--quiet', '-b', 'feature');
    git(top, 'commit', '--quiet', '-am', 'one more');
    git(top, 'checkout', '--quiet', 'main');
    git(top, 'rm', '--quiet', 'other.ts');
    git(top, 'commit', '--quiet', '-m', 'elsewhere');
    git(top, 'checkout', '--quiet', 'feature');
    const analysis = analyse(top, { [NAME]: `${TEXT}c.run();\n`, 'other.ts': TEXT });
    expect(await findLines(analysis, { scope: { since: 'main' } })).toEqual([`${NAME}:3`]);
  });

  it('staged: not what was changed after', async () => {
    expect(await findLines(read(), { scope: { isStaged: true } })).toEqual([]);
    git(top, 'add', '.');
    expect(await findLines(read(), { scope: { isStaged: true } })).toEqual(['é "x"\\y.ts:3']);
    // Then nobody can tell the lines of one from those of the other.
    appendFileSync(join(top, NAME), '// later\n');
    expect(await findLines(read(), { scope: { isStaged: true } })).toHaveLength(3);
  });

  it.each([
    ['a commit that git does not know', 'nowhere', /--since nowhere: git knows no such commit here/],
    ['an option for git', '--help', /--since --help: git knows no such commit here/],
  ])('%s is a mistake in one sentence', async (_, since, message) => {
    await expect(prepareCheck(top, { scope: { since } })).rejects.toThrow(message);
  });

  it('needs git', async () => {
    const folder = createScratchFolder({});
    await expect(prepareCheck(folder, { scope: { isStaged: true } })).rejects.toThrow(/--staged needs a git/);
  });
});

describe('the outcome', () => {
  it('counts what was written as done', async () => {
    const analysis = analyse('/srv', { 'a.ts': 'one.run();\nrefuse();\n' });
    expect(await findLines(analysis, {}, false)).toEqual(['a.ts:2']);
  });

  it('names each place, and says what passed', () => {
    const analysis = analyse('/srv/shop', { 'a.ts': 'one.run();\nrefuse();\n' });
    const text = formatCheck({ open: analysis.sites, passedOver: 3 }, '/srv/shop', {});
    expect(text).toMatch(/^\nCheck failed: 2 places without a trace; 3 more are known, or not new:\n/);
    expect(text).toMatch(/^ {2}a\.ts:1:3 {2}a bare dispatch of piscina, .*--write$/m);
    expect(text).toMatch(/^ {2}a\.ts:2:3 {2}no proof: 100 %$/m);
    expect(formatCheck({ open: [], passedOver: 0 }, '/srv', {})).toBe('\nCheck passed: no bare dispatch.\n');
  });

  it('annotates them on GitHub, with paths from the top of the checkout', () => {
    const { sites } = analyse('/srv/shop', { 'a,b:c.ts': 'refuse();\n' });
    const environment = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/srv' };
    const [annotation] =
      formatCheck({ open: sites, passedOver: 0 }, '/srv/shop', environment).match(/^::.*/m) ?? [];
    expect(annotation).toBe(
      '::error file=shop/a%2Cb%3Ac.ts,line=1,col=3,title=traced-pool unproven-receiver::no proof: 100 %25',
    );
  });
});
