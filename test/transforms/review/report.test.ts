import type { Analysis, Site } from '../../../transforms/engine/contracts.js';
import { createPalette } from '../../../transforms/review/colour.js';
import { formatReport } from '../../../transforms/review/report.js';
import { formatSummary } from '../../../transforms/review/summary.js';

const SITE: Site = {
  id: 'src/pool.ts:2:14:construct',
  path: 'src/pool.ts',
  line: 2,
  column: 14,
  family: 'piscina',
  kind: 'construct',
  variant: null,
  outcome: 'rewritten',
  code: null,
  reason: null,
};

function refuse(line: number, code: string): Site {
  const reason = `no proof for line ${line}`;
  return {
    ...SITE,
    id: `src/jobs.ts:${line}:3:dispatch`,
    path: 'src/jobs.ts',
    line,
    column: 3,
    kind: 'dispatch',
    outcome: 'refused',
    code,
    reason,
  };
}

const BEFORE = '\uFEFFimport x;\r\nconst pool = Piscina();\r\n';

const ANALYSIS: Analysis = {
  root: '/srv/shop',
  filesScanned: 40,
  files: [
    {
      path: 'src/pool.ts',
      families: ['piscina'],
      linked: [],
      before: BEFORE,
      after: BEFORE.replace('Piscina', 'TracedThreadPoolExecutor'),
      edits: [{ start: 24, end: 31, text: 'TracedThreadPoolExecutor', site: SITE.id, kind: 'construct' }],
    },
    { path: 'src/jobs.ts', families: ['piscina'], before: 'x', after: 'x', edits: [], linked: [] },
  ],
  sites: [
    SITE,
    ...[1, 2, 3, 4, 5, 6].map((line) => refuse(line, 'unproven-receiver')),
    refuse(9, 'mocked-module'),
  ],
  skipped: [{ path: 'vendor', reason: 'is vendored' }],
  proofs: new Map(),
  ties: [],
  failed: [{ path: 'src/broken.ts', reason: 'cannot be parsed: Unexpected token (line 1, column 2)' }],
};

const NOTHING: Analysis = {
  ...ANALYSIS,
  filesScanned: 1,
  files: [],
  sites: [],
  skipped: [],
  proofs: new Map(),
  ties: [],
  failed: [],
};

function summarise(analysis: Analysis, isDryRun = true): string {
  const palette = createPalette(false, {});
  return formatSummary({
    analysis,
    isDryRun,
    isBrokenOff: false,
    familyTitles: ['Piscina pool'],
    writeCommand: 'npx x --write',
    nextSteps: [],
    palette,
  });
}

describe('formatReport', () => {
  it('gives the JSON report in its fixed form', () => {
    const report = JSON.parse(formatReport('out.json', ANALYSIS, true) ?? '');
    expect(Object.keys(report)).toEqual([
      'schemaVersion',
      'root',
      'dryRun',
      'files',
      'sites',
      'skipped',
      'totals',
    ]);
    expect(report).toMatchObject({ schemaVersion: 1, root: '/srv/shop', dryRun: true });
    expect(report.files).toEqual([
      {
        path: 'src/pool.ts',
        changed: true,
        family: ['piscina'],
        edits: [
          {
            site: SITE.id,
            kind: 'construct',
            line: 2,
            column: 14,
            before: 'Piscina',
            after: 'TracedThreadPoolExecutor',
          },
        ],
      },
      { path: 'src/jobs.ts', changed: false, family: ['piscina'], edits: [] },
    ]);
    expect(report.sites[0]).toEqual(SITE);
    expect(report.skipped).toEqual([...ANALYSIS.skipped, ...ANALYSIS.failed]);
    expect(report.totals).toEqual({
      filesScanned: 40,
      filesChanged: 1,
      sites: 8,
      rewritten: 1,
      refused: 7,
      alreadyTraced: 0,
      failed: 1,
    });
  });

  it('gives the patch without colours', () => {
    expect(formatReport('out.patch', ANALYSIS, true)).toContain(
      '+const pool = TracedThreadPoolExecutor();\r\n',
    );
  });

  it('knows no other extension', () => {
    expect(formatReport('out.txt', ANALYSIS, true)).toBeUndefined();
  });
});

describe('formatSummary', () => {
  it('says what it looked at, groups refusals by code, and names the next command', () => {
    expect(summarise(ANALYSIS)).toMatchInlineSnapshot(`
     "Looked at 40 source files in /srv/shop: 1 file would change.
       8 sites: 1 rewritten, 0 already traced, 7 refused

     Left alone, for you to look at (7 places):
       unproven-receiver
         src/jobs.ts:1:3  no proof for line 1
         src/jobs.ts:2:3  no proof for line 2
         src/jobs.ts:3:3  no proof for line 3
         src/jobs.ts:4:3  no proof for line 4
         src/jobs.ts:5:3  no proof for line 5
         and 1 more; --report names them all
       mocked-module
         src/jobs.ts:9:3  no proof for line 9

     Not looked into:
       vendor: is vendored

     Failed, and left as they were:
       src/broken.ts: cannot be parsed: Unexpected token (line 1, column 2)

     Nothing is written yet. To apply this: npx x --write
     "
    `);
  });

  it('is not silent where nothing was found', () => {
    expect(summarise(NOTHING)).toBe(
      'Looked at 1 source file in /srv/shop: found no Piscina pool, so there is nothing to do.\n',
    );
  });

  it('does not call a failure nothing to do', () => {
    expect(summarise({ ...NOTHING, failed: ANALYSIS.failed })).not.toContain('nothing to do');
  });

  it('names the step after writing', () => {
    expect(summarise(ANALYSIS, false)).toMatch(/1 file changed\.[^]*Written\. Next: your formatter/);
  });
});
