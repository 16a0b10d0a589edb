import { run, SHOP } from '../../support/cli.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

describe('a mistake in the arguments is one sentence and exit code 2', () => {
  it.each([
    ['a missing path', ['nowhere'], /nowhere does not exist/],
    ['an unknown option', ['--fast', '4'], /unknown option '--fast'/],
    ['no number of threads', ['--jobs', 'all'], /--jobs .*whole number from 1 to 64/],
    ['too many threads', ['--jobs', '65'], /--jobs .*whole number from 1 to 64/],
    ['a missing tsconfig', ['--tsconfig', 'nowhere.json'], /--tsconfig .*It is not a file/],
    ['a misspelt option', ['--writ'], /unknown option '--writ' \(Did you mean --write\?\)/],
    ['an empty path', [''], /'' does not exist/],
    ['an unknown family', ['--family', 'piscina,acme'], /piscina/],
    ['a report of an unknown kind', ['--report', 'out.txt'], /\.html, \.json, \.patch or \.sarif/],
    ['a report in a folder that is not there', ['--report', 'no/where/out.json'], /folder does not exist/],
    ['a report that is a folder', ['--report', 'folder.json'], /not a file/],
    ['no baseline to update', ['--update-baseline'], /--update-baseline needs --baseline FILE/],
    ['two scopes', ['--since', 'main', '--staged'], /--since and --staged .*; give one of them/],
    ['a review without a terminal', ['--interactive'], /--interactive needs a terminal; .*--report/],
    ['a review that is a check', ['--interactive', '--staged'], /--interactive .* --check .*; give one/],
    ['an unknown use of colours', ['--color', 'blue'], /auto, always, never/],
    ['an alias without a library', ['--alias', '@acme/piscina'], /@acme\/piscina=piscina/],
    ['an alias of an unknown library', ['--alias', '@acme/pool=pool'], /no family knows pool/],
  ])('%s', (_, words, message) => {
    const folder = createScratchFolder({ ...SHOP, 'folder.json/x.txt': '' });
    const { status, stdout, stderr } = run(folder, ...words);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe('what is printed on demand', () => {
  it.each([
    ['--version', /^\d+\.\d+\.\d+\n$/],
    ['--help', /--allow-dirty/],
    ['--list', /^piscina/m],
  ])('%s', (option, expected) => {
    const { status, stdout } = run(createScratchFolder(), option);
    expect(stdout).toMatch(expected);
    expect(status).toBe(0);
  });

  it('--help fits a screen of 24 lines with 80 columns, below the command', () => {
    const lines = run(createScratchFolder(), '--help').stdout.trimEnd().split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.length).toBeLessThan(24);
  });
});
