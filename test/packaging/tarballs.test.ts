import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../support/pack.js';
import { createScratchFolder, removeScratchFolders } from '../support/scratch.js';

afterAll(removeScratchFolders);

const SERVICE = `import { Piscina } from 'piscina';
const pool = new Piscina({ filename: './worker.js' });
export const run = (task: string) => pool.run(task);
export const pass = (other, task) => other.run(task);
`;

const CONSUMER = `import { TracedThreadPoolExecutor } from 'traced-pool';
import type { SubmitOptions } from 'traced-pool';
import { extract, inject } from 'traced-pool/context';
const executor = new TracedThreadPoolExecutor<{ n: number }, string>({ filename: './worker.js', tracing: {} });
const options: SubmitOptions = { name: 'n' };
export const one: Promise<string> = executor.submit({ n: 1 }, options);
export const all: Promise<string[]> = executor.map([{ n: 1 }], { context: undefined as never });
export const listener: (n: number) => string = extract((n: number) => String(n));
export const message: { n: number } = inject({ n: 1 });
type Worker = {
  default(task: { page: number }): Promise<string>;
  count: (words: string[]) => number;
  later: Promise<(task: Date) => Uint8Array>;
  idle(): void;
  readonly limit: number;
};
const typed = TracedThreadPoolExecutor.of<Worker>({ filename: './worker.js' });
export const rendered: Promise<string> = typed.submit({ page: 1 });
export const counted: Promise<number> = typed.submit(['a'], { name: 'count' });
export const ran: Promise<Uint8Array> = typed.run(new Date(), { name: 'later', signal: new AbortController().signal });
export const counts: Promise<number[]> = typed.map([['a']], { name: 'count', stopOnError: true });
export const pages: AsyncIterable<string> = typed.mapIterable([{ page: 1 }], { concurrency: 2 });
export const idle: Promise<void> = typed.submit(undefined, { name: 'idle' });
const named = TracedThreadPoolExecutor.of<Worker, 'count'>({ filename: './worker.js', name: 'count' });
export const again: Promise<number> = named.submit(['a']);
export const results: AsyncIterable<string> = executor.mapIterable([{ n: 1 }], { chunkSize: 'auto' });
export const threads: number = typed.threads.length + typed.relayedSpans.dropped;
// @ts-expect-error: the handler takes something else
void typed.submit({ page: 'one' });
// @ts-expect-error: there is no such handler
void typed.submit({ page: 1 }, { name: 'absent' });
// @ts-expect-error: that is no handler
void typed.submit({ page: 1 }, { name: 'limit' });
// @ts-expect-error: the task is that of another handler
void typed.submit({ page: 1 }, { name: 'count' });
// @ts-expect-error: the result is that of another handler
export const wrong: Promise<number> = typed.submit({ page: 1 });
// @ts-expect-error: the options lack the name that the type has
TracedThreadPoolExecutor.of<Worker, 'count'>({ filename: './worker.js' });
// @ts-expect-error: the task has another type
void executor.submit('one');
// @ts-expect-error: there is no such option
new TracedThreadPoolExecutor({ fileName: './worker.js' });
`;

function run(folder: string, command: string, ...given: string[]): string {
  return execFileSync(command, given, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

const bin = (folder: string, name: string): string => join(folder, 'node_modules', '.bin', name);

describe('the packed packages, installed into an empty folder', () => {
  let folder: string;

  beforeAll(() => {
    folder = createScratchFolder({ 'package.json': '{ "name": "empty", "private": true }' });
    const tarballs = ['.', 'runtime'].map((name) => pack(name, folder));
    const others = ['piscina@5', 'p-queue@9', '@opentelemetry/api@~1.9.1', 'typescript@6', '@types/node@20'];
    run(
      folder,
      'npm',
      'install',
      '--ignore-scripts',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      ...tarballs,
      ...others,
    );
  }, 180_000);

  test('have a command line that runs, and what its reports are made of', () => {
    expect(run(folder, bin(folder, 'traced-pool-codemod'), '--version')).toMatch(/^\d+\.\d+\.\d+\n$/);
    const service = createScratchFolder({ 'pool.ts': SERVICE });
    const options = ['--color', 'never', '--report', 'review.html', '--report', 'review.sarif'];
    const output = run(service, bin(folder, 'traced-pool-codemod'), '.', ...options);
    expect(output).toContain("+import { TracedThreadPoolExecutor } from 'traced-pool';");
    expect(readFileSync(join(service, 'review.html'), 'utf8')).toMatch(/<style>[^]+<script>[^]+<\/html>\n$/);
    expect(readFileSync(join(service, 'review.sarif'), 'utf8')).toContain('It cannot be proven');
  });

  test('have a `verify` that listens, with an SDK of its own, and to queues that are imported', () => {
    const main = `
      import { trace } from '@opentelemetry/api';
      import PQueue from 'p-queue';
      const tracer = trace.getTracer('shop');
      const queue = new PQueue({ concurrency: 1 });
      const sell = (item) => tracer.startActiveSpan(item, async (span) => {
        await queue.add(() => tracer.startSpan('wrap').end());
        span.end();
      });
      await Promise.all(['vase', 'bowl'].map(sell));
    `;
    writeFileSync(join(folder, 'shop.mjs'), main);
    const command = ['verify', '--color', 'never', '--', process.execPath, 'shop.mjs'];
    const { stdout, status } = spawnSync(bin(folder, 'traced-pool-codemod'), command, {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toContain('4 spans in 2 traces, 2 roots');
    expect(stdout).toMatch(
      /wrap × 1 in main, made at shop\.mjs:7, dispatched by add\(\) of p-queue at shop\.mjs:7/,
    );
    expect(status).toBe(1);
  });

  test('have a transform that plain jscodeshift runs, byte for byte', () => {
    const service = createScratchFolder({ 'pool.ts': SERVICE.replaceAll('\n', '\r\n') });
    const transform = join(folder, 'node_modules', 'traced-pool-codemod', 'dist', 'piscina', 'index.js');
    const options = [
      '--parser=ts',
      '--dry',
      '--print',
      '--run-in-band',
      '--silent',
      '-t',
      transform,
      join(service, 'pool.ts'),
    ];
    const output = run(folder, bin(folder, 'jscodeshift'), ...options);
    expect(output).toContain(
      "import { TracedThreadPoolExecutor } from 'traced-pool';\r\nconst pool = new TracedThreadPoolExecutor(",
    );
    expect(output).toContain('pool.submit(task);\r\n');
  });

  test('have an ESLint plugin that loads by import and by require', () => {
    const script = `
      import { createRequire } from 'node:module';
      import plugin from 'traced-pool-codemod/eslint';
      const required = createRequire(import.meta.url)('traced-pool-codemod/eslint');
      console.log(required === plugin, Object.keys(plugin.rules), Object.keys(plugin.configs));
    `;
    writeFileSync(join(folder, 'lint.mjs'), script);
    expect(run(folder, process.execPath, 'lint.mjs')).toBe("true [ 'no-bare-dispatch' ] [ 'recommended' ]\n");
  });

  test('have what a configuration and its tests import', () => {
    const configuration = `
      import { defineConfig, defineFamily } from 'traced-pool-codemod';
      const classes = { Crew: 'TracedCrew' };
      const crew = defineFamily({ name: 'crew', packages: ['crew'], classes, executors: 'crew/traced', dispatch: { from: 'run', to: 'submit' } });
      export default defineConfig({ ownFamilies: [crew], families: [] });
    `;
    const program = `
      import { createRequire } from 'node:module';
      import { runOn } from 'traced-pool-codemod/testing';
      import configuration from './traced-pool.config.mts';
      const code = "import { Crew } from 'crew';\\nexport const crew = new Crew();\\n";
      runOn({ 'a.ts': code }, configuration).then(({ changed }) => console.log(changed['a.ts'] as string));
      export const required = createRequire(import.meta.url)('traced-pool-codemod') as object;
    `;
    writeFileSync(join(folder, 'traced-pool.config.mts'), configuration);
    writeFileSync(join(folder, 'program.mts'), program);
    const compiler = join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--strict', '--exactOptionalPropertyTypes', '--types', 'node', '--skipLibCheck'];
    const given = ['--allowImportingTsExtensions', '--rewriteRelativeImportExtensions', '--module', 'node16'];
    run(folder, process.execPath, compiler, ...options, ...given, '--target', 'es2022', 'program.mts');
    expect(run(folder, process.execPath, 'program.mjs')).toBe(
      "import { TracedCrew } from 'crew/traced';\nexport const crew = new TracedCrew();\n\n",
    );
  });

  test('have a runtime that loads by import and by require, as one', () => {
    const script = `
      import { createRequire } from 'node:module';
      import { TracedThreadPoolExecutor } from 'traced-pool';
      import { inject } from 'traced-pool/context';
      const require = createRequire(import.meta.url);
      console.log(TracedThreadPoolExecutor === require('traced-pool').TracedThreadPoolExecutor);
      console.log(inject === require('traced-pool/context').inject);
    `;
    writeFileSync(join(folder, 'load.mjs'), script);
    expect(run(folder, process.execPath, 'load.mjs')).toBe('true\ntrue\n');
  });

  test('have a context subpath that needs no pool library', () => {
    const script = `require('traced-pool/context'); console.log(Object.keys(require.cache).some((path) => path.includes('piscina')));`;
    expect(run(folder, process.execPath, '-e', script)).toBe('false\n');
  });

  test.each([
    ['node16', 'node16', ['consumer.cts', 'consumer.mts']],
    ['esnext', 'bundler', ['consumer.ts']],
  ])('have types under module %s, resolution %s, in %j', (module, moduleResolution, files) => {
    for (const file of files) writeFileSync(join(folder, file), CONSUMER);
    const options = [
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--target',
      'es2022',
      '--types',
      'node',
      '--skipLibCheck',
    ];
    const compiler = join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
    const given = [...options, '--module', module, '--moduleResolution', moduleResolution, ...files];
    expect(run(folder, process.execPath, compiler, ...given)).toBe('');
  });
});
