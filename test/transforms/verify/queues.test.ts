import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inPairs } from '../../../bench/in-pairs.js';
import { migrate, prepareCase } from '../../../bench/queue-run.js';
import type { QueueCase, Served } from '../../../bench/queue-run.js';
import { LOSING } from '../../../bench/queue-rows.js';
import type { Fault } from '../../../dist/verify/contracts.js';
import { findFaults } from '../../../dist/verify/faults.js';
import { ObservedRun } from '../../../dist/verify/observed-run.js';
import { description } from '../../../transforms/queues/family.js';
import { removeScratchFolders } from '../../support/scratch.js';
import { createProgram, runVerify } from '../../support/verify.js';

interface Judged {
  /** How many of the requests do not have the spans of their jobs. */
  readonly wrong: number;
  readonly answers: readonly string[];
  readonly faults: readonly Fault[];
}

const root = realpathSync(mkdtempSync(join(tmpdir(), 'traced-pool-verify-queues-')));
// Of each way to use a library its oldest version, which loses contexts, and the newest where that keeps them.
const KEEPING = /^(p-limit|p-queue|throat)$/;
const programs = LOSING.flatMap((row) => {
  const newest = KEEPING.test(row.library) ? row.versions.slice(-1) : [];
  const aliases = new Set([...row.versions.slice(0, 1), ...newest]);
  return [...aliases].map((alias) => ({ row, alias, form: row.form, key: `${alias}-${row.program}` }));
});
const before = new Map<string, Judged>();
const after = new Map<string, Judged>();

async function judge({ row, folder }: QueueCase): Promise<Judged> {
  const command = [process.execPath, 'serve.cjs', row.program];
  const run = new ObservedRun({ command, cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const { stdout } = run.command.child;
  const [output, { observation }] = await Promise.all([stdout ? text(stdout) : '', run.ended]);
  const { right, requests, answers } = JSON.parse(output) as Served;
  const faults = findFaults(observation).filter(({ code }) => code === 'wrong-request');
  return { wrong: requests - right, answers, faults };
}

beforeAll(async () => {
  const cases = programs.map(({ row, alias, key }) => ({
    key,
    one: prepareCase(row, alias, join(root, key)),
  }));
  const read = ({ row, folder }: QueueCase): string => readFileSync(join(folder, row.program), 'utf8');
  const texts = new Map(cases.map(({ key, one }) => [key, read(one)]));
  await inPairs(cases, async ({ key, one }) => before.set(key, await judge(one)));
  await migrate(root);
  const changed = cases.filter(({ key, one }) => read(one) !== texts.get(key));
  await inPairs(changed, async ({ key, one }) => after.set(key, await judge(one)));
}, 180_000);

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  removeScratchFolders();
});

test.each(programs)('$alias, $form: each job that runs under another request is told of', ({ row, key }) => {
  const { wrong, faults } = before.get(key) as Judged;
  // Two spans a job.
  expect(faults).toHaveLength(wrong * 2);
  for (const { span, dispatch } of faults) {
    expect(dispatch?.library).toBe(row.library);
    expect(dispatch?.place).toContain(row.program);
    expect(dispatch?.ranIn?.traceId).toBe(span.traceId);
    expect(dispatch?.dispatchedIn?.traceId).not.toBe(span.traceId);
  }
});

test('the programs that lose contexts are those that the codemod changes, and then lose none', () => {
  const losing = programs.filter(({ key }) => (before.get(key)?.wrong ?? 0) > 0).map(({ key }) => key);
  expect([...after.keys()].toSorted()).toEqual(losing.toSorted());
  expect(new Set(programs.map(({ row }) => row.library))).toEqual(new Set(description.packages));
  expect(losing.length).toBeGreaterThan(20);
  for (const [key, judged] of after)
    expect({ key, ...judged }).toEqual({ key, wrong: 0, answers: before.get(key)?.answers, faults: [] });
});

describe('an application whose instrumentation intercepts imports as well', () => {
  const MAIN = `
    import PQueue from 'p-queue';
    import { format } from 'node:util';
    import * as shop from './shop.mjs';
    console.log(format('%s %s %s', new PQueue().constructor.name, shop.open, globalThis.intercepted.join()));
  `;
  const HOOK = (registration: string): string => `
    import { register } from 'node:module';
    import { Hook } from 'import-in-the-middle';
    globalThis.intercepted = [];
    ${registration}
    new Hook((exported, name) => {
      if (/shop|p-queue/.test(name)) globalThis.intercepted.push(/shop|p-queue/.exec(name)[0]);
    });
  `;

  it.each([
    ['of all modules', `register('import-in-the-middle/hook.mjs', import.meta.url);`],
    [
      'of some',
      `register('import-in-the-middle/hook.mjs', import.meta.url, { data: { include: ['p-queue'] } });`,
    ],
  ])('keeps its own list, %s', async (_, registration) => {
    const folder = createProgram({
      'main.mjs': MAIN,
      'hook.mjs': HOOK(registration),
      'shop.mjs': 'export const open = true;\n',
    });
    const command = [process.execPath, '--import', './hook.mjs', 'main.mjs'];
    const bare = spawnSync(command[0] as string, command.slice(1), { cwd: folder, encoding: 'utf8' });
    const run = await runVerify(folder, ['--', ...command]);
    expect(run.stderr).toBe(bare.stderr);
    expect(run.stdout.split('\n')[0]).toBe(bare.stdout.trim());
  });
});
