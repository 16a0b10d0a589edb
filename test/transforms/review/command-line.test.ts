import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatReference } from '../../../bench/cli-reference-text.js';
import { familyNames } from '../../../dist/families.js';
import { createCommand, formatHelp, toUsage } from '../../../dist/review/command-line/command.js';
import { listOptions } from '../../../dist/review/command-line/option-table.js';
import { formatVerifyHelp, VERIFY_OPTIONS } from '../../../dist/verify/verify-options.js';
import { REPOSITORY } from '../../support/fixtures.js';

const groups = listOptions(familyNames());
const options = groups.flatMap((group) => group.options);

test('docs/cli.md is what the table of the options says: npm run docs:cli', () => {
  const text = readFileSync(join(REPOSITORY, 'docs', 'cli.md'), 'utf8');
  expect(text).toBe(formatReference(REPOSITORY));
});

test('every option that is read is in the help and in the reference, and there are no others', () => {
  const known = createCommand([], '').options.map(({ long }) => long);
  const help = formatHelp(groups);
  const reference = formatReference(REPOSITORY);
  for (const long of known) {
    expect(help).toContain(`${long}`);
    expect(reference).toMatch(new RegExp(`^### \`${long}\\b`, 'm'));
  }
  const inHelp = help.match(/--[a-z-]+/g) ?? [];
  expect(new Set(inHelp)).toEqual(new Set([...known, '--help']));
});

test.each(options)('the reference tells of $flags in whole sentences', ({ flags, details }) => {
  expect(details).toMatch(/^[A-Z].*\.$/);
  expect(toUsage(flags)).toMatch(/^--[a-z-]+( [A-Z=]+)?$/);
});

test.each(VERIFY_OPTIONS)('the reference tells of $flags of verify', ({ flags, details }) => {
  expect(details).toMatch(/^[A-Z].*\.$/);
  expect(formatReference(REPOSITORY)).toContain(`### \`${toUsage(flags)}\`\n\n${details}\n`);
  expect(formatVerifyHelp()).toContain(`  ${toUsage(flags)} `);
});

test('what an option is by default is what its kind of value says', () => {
  const given = createCommand(familyNames(), '').parse([], { from: 'user' }).opts();
  expect(given).toMatchObject({ write: false, gitignore: true, report: [], color: 'auto' });
  for (const name of ['family', 'since', 'config', 'jobs']) expect(given).not.toHaveProperty(name);
});
