import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import type { Analysis, FileOutcome, Site } from '../../../transforms/engine/contracts.js';
import { REASONS } from '../../../transforms/engine/sites/reasons.js';
import { formatReport } from '../../../transforms/review/report.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

const SCHEMA = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// The schema's pattern of a language is no regular expression with the flag u.
const validator = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(validator);
const isValid = validator.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

const KILN = 'src/a [kiln] 50%#.ts';
const BEFORE =
  "\uFEFFimport Pool from 'piscina';\r\n/* 🏺 */ const kiln = new Pool();\r\nkiln[verb](pot);\r\n";
const TEXT = BEFORE.slice(1);

function locate(code: string): { line: number; column: number } {
  const lines = TEXT.slice(0, TEXT.indexOf(code)).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function createSite(code: string, rest: Partial<Site>): Site {
  const { line, column } = locate(code);
  const kind = rest.kind ?? 'dispatch';
  const id = `${KILN}:${line}:${column}:${kind}`;
  return {
    ...{ id, path: KILN, line, column, kind, family: 'piscina', variant: null },
    ...{ outcome: 'rewritten', code: null, reason: null },
    ...rest,
  };
}

const IMPORT = createSite('import', { kind: 'import' });
const CONSTRUCT = createSite('new Pool', { kind: 'construct' });
const DISPATCH = createSite('kiln[', {
  outcome: 'refused',
  code: 'unproven-receiver',
  reason: 'it cannot be proven what `kiln[verb](pot)` is',
});
const TRACED = createSite('pot', { outcome: 'already-traced' });

const importStart = TEXT.indexOf('Pool');
const EDIT = {
  start: importStart,
  end: importStart + 4,
  text: '{\n  Pool,\n}',
  site: IMPORT.id,
  kind: 'import',
} as const;

function createFile(before: string): FileOutcome {
  const at = before.indexOf('Pool');
  const after = before.slice(0, at) + EDIT.text + before.slice(at + 4);
  return { path: KILN, families: ['piscina'], before, after, edits: [EDIT], linked: [] };
}

function createAnalysis(root: string, rest: Partial<Analysis> = {}): Analysis {
  return {
    root,
    filesScanned: 3,
    files: [createFile(BEFORE)],
    sites: [IMPORT, CONSTRUCT, TRACED, DISPATCH],
    skipped: [{ path: 'lib/kiln.min.js', reason: 'is minified' }],
    ties: [],
    proofs: new Map([[DISPATCH.id, [{ path: KILN, line: 1, text: 'is imported here', code: 'import' }]]]),
    failed: [],
    ...rest,
  };
}

function format(analysis: Analysis, isDryRun = true): Run {
  const log = JSON.parse(formatReport('out.sarif', analysis, isDryRun) ?? '') as Log;
  isValid(log);
  expect(isValid.errors).toBeNull();
  return log.runs[0] as Run;
}

const results = (run: Run): Result[] => run.results ?? [];
const place = (result: Result | undefined) => result?.locations?.[0]?.physicalLocation;

function fingerprintsOf(before: string, sites: readonly Site[]): unknown[] {
  const run = format(createAnalysis('/srv', { files: [createFile(before)], sites }));
  return results(run).map(({ partialFingerprints }) => partialFingerprints?.['tracedPoolSite/v1']);
}

afterAll(removeScratchFolders);

it('is told apart from what is not SARIF by the schema', () => {
  expect(isValid({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
});

it('is valid where nothing was found, and where a file failed', () => {
  const nothing = { files: [], sites: [], skipped: [] };
  expect(results(format(createAnalysis('/srv', nothing)))).toEqual([]);
  const failed = [{ path: 'src/broken.ts', reason: 'cannot be parsed' }];
  const { invocations } = format(createAnalysis('/srv', { ...nothing, failed }));
  expect(invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'src/broken.ts: cannot be parsed.' } }],
    },
  ]);
});

it('has a note for what is rewritten, a warning for what is refused, and nothing for what is traced', () => {
  const run = format(createAnalysis('/srv'));
  expect(results(run).map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['rewrite-import', 'note'],
    ['rewrite-construct', 'note'],
    ['unproven-receiver', 'warning'],
  ]);
});

it('has a rule with help for each refusal code and each kind of rewrite', () => {
  const run = format(createAnalysis('/srv'));
  const { rules = [] } = run.tool.driver;
  const kinds = ['construct', 'dispatch', 'worker', 'type', 'import', 'mock'];
  expect(rules.map(({ id }) => id)).toEqual([
    ...Object.keys(REASONS),
    ...kinds.map((kind) => `rewrite-${kind}`),
  ]);
  for (const { id, help, helpUri, shortDescription, fullDescription } of rules) {
    expect(help?.markdown?.length).toBeGreaterThan(id.length + 20);
    expect(shortDescription?.text).toMatch(/^\S.{9,}\S$/);
    expect(fullDescription?.text).not.toContain('\n');
    expect(helpUri).toBeUndefined();
  }
  for (const { ruleId, ruleIndex = -1 } of results(run)) expect(rules[ruleIndex]?.id).toBe(ruleId);
});

it('places results by line and column in UTF-16 units, after the byte order mark', () => {
  const run = format(createAnalysis('/srv'));
  expect(run.columnKind).toBe('utf16CodeUnits');
  expect(place(results(run)[1])?.region).toEqual({
    startLine: 2,
    startColumn: '/* 🏺 */ const kiln = '.length + 1,
    snippet: { text: 'new Pool();' },
  });
});

it('encodes paths, and counts them from the top of the checkout', () => {
  const top = createScratchFolder();
  mkdirSync(join(top, '.git'));
  const run = format(createAnalysis(join(top, 'packages/pots')));
  expect(place(results(run)[0])?.artifactLocation).toEqual({
    uri: 'packages/pots/src/a%20%5Bkiln%5D%2050%25%23.ts',
    uriBaseId: '%SRCROOT%',
  });
});

it('never points above its base where there is no git', () => {
  const manifest = { ...createFile(BEFORE), path: '../package.json' };
  const site = { ...IMPORT, path: manifest.path };
  const run = format(createAnalysis('/srv/pots/src', { files: [manifest], sites: [site] }));
  expect(place(results(run)[0])?.artifactLocation?.uri).toBe('package.json');
});

it('takes no brackets of the code for links', () => {
  const text = results(format(createAnalysis('/srv')))[2]?.message.text;
  expect(text).toBe(String.raw`It cannot be proven what ${'`'}kiln\[verb\](pot)${'`'} is.`);
});

it('leads to the places that prove a site', () => {
  const [related] = results(format(createAnalysis('/srv')))[2]?.relatedLocations ?? [];
  expect(related).toMatchObject({
    message: { text: 'is imported here' },
    physicalLocation: { region: { startLine: 1 } },
  });
});

it('after writing has only what is left, where it is now', () => {
  const run = format(createAnalysis('/srv'), false);
  expect(results(run).map(({ ruleId }) => ruleId)).toEqual(['unproven-receiver']);
  expect(place(results(run)[0])?.region).toEqual({
    startLine: 5,
    startColumn: 1,
    snippet: { text: 'kiln[verb](pot);' },
  });
});

describe('fingerprints', () => {
  const moved = (site: Site): Site => ({ ...site, id: `moved:${site.id}`, line: site.line + 2 });

  it('survive that lines move and are indented', () => {
    const sites = [IMPORT, CONSTRUCT, DISPATCH];
    const later = BEFORE.replace('import', '// one\n// two\nimport').replace('kiln[', '\t  kiln[');
    expect(fingerprintsOf(later, sites.map(moved))).toEqual(fingerprintsOf(BEFORE, sites));
  });

  it('are after writing what they are in the next run, where an edit is in the same line too', () => {
    const before = 'kiln[verb](Pool);\n';
    const start = before.indexOf('Pool');
    const file: FileOutcome = {
      ...createFile(before),
      after: before.replace('Pool', 'Executor'),
      edits: [{ ...EDIT, start, end: start + 4, text: 'Executor' }],
    };
    const site = { ...DISPATCH, line: 1, column: 1 };
    const written = format(createAnalysis('/srv', { files: [file], sites: [site] }), false);
    const [next] = fingerprintsOf(file.after, [site]);
    expect(results(written)[0]?.partialFingerprints).toEqual({ 'tracedPoolSite/v1': next });
  });

  it('differ between places of the same code, and change with the code', () => {
    const twice = `${BEFORE}kiln[verb](pot);\r\n`;
    const sites = [DISPATCH, { ...DISPATCH, id: 'again', line: 4 }];
    const [first, second] = fingerprintsOf(twice, sites);
    expect(first).not.toBe(second);
    expect(fingerprintsOf(BEFORE.replace('(pot)', '(pots)'), [DISPATCH])).not.toContain(first);
  });
});
