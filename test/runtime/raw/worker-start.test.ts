import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { TracedWorker } from 'traced-pool/context';
import type { TracedWorkerOptions } from 'traced-pool/context';
import { endWorkers, keepWorker, nextMessage as next } from '../../support/raw-workers.js';
import { createScratchFolder, linkPackages, removeScratchFolders } from '../../support/scratch.js';
import { inSpan, setUpTracing, tearDownTracing } from '../../support/spans.js';

const createWorker = (file: string | URL, options?: TracedWorkerOptions): TracedWorker =>
  keepWorker(new TracedWorker(file, options));

afterEach(async () => {
  await endWorkers();
  tearDownTracing();
});

afterAll(removeScratchFolders);

describe('what is started where', () => {
  const look = `const { trace, context } = require('@opentelemetry/api');
    trace.getTracer('t').startSpan('made').end();
    require('node:worker_threads').parentPort.postMessage([trace.getSpanContext(context.active())?.spanId, SEEN]);`;
  const lookModule = look
    .replace(/const (.*) = require\((.*)\)/, 'import $1 from $2')
    .replace(`require('node:worker_threads')`, `(await import('node:worker_threads'))`);
  const seen = (text: string, expression: string): string => text.replace('SEEN', expression);
  const argv = `process.argv.slice(1), process.execArgv`;

  const folder = (): string => {
    const made = createScratchFolder({
      'script.cjs': seen(look, `[${argv}, require.main === module, __filename]`),
      'script.mjs': seen(lookModule, `[${argv}, import.meta.url, import.meta.main]`),
      'space é#?.mjs': seen(lookModule, `[${argv}, import.meta.url]`),
      'script.ts': seen(look, `[${argv} as string[]]`),
      'strict.cjs': '',
    });
    linkPackages(made);
    return made;
  };

  const CASES: Readonly<Record<string, (root: string) => [string | URL, TracedWorkerOptions?]>> = {
    'a CommonJS file': (root) => [join(root, 'script.cjs')],
    'an ES module': (root) => [join(root, 'script.mjs')],
    'a URL': (root) => [pathToFileURL(join(root, 'script.mjs'))],
    'a URL with what it encodes': (root) => [pathToFileURL(join(root, 'space é#?.mjs'))],
    arguments: (root) => [join(root, 'script.mjs'), { argv: ['a', 7, 'b c'] }],
    'options of Node.js': (root) => [join(root, 'script.cjs'), { execArgv: ['--no-warnings'] }],
    'TypeScript by a loader': (root) => [join(root, 'script.ts'), { execArgv: ['--require', 'tsx/cjs'] }],
    'source text': (root) => [
      seen(
        `process.chdir;const require=module.constructor.createRequire(${JSON.stringify(`${root}/`)});${look}`,
        `[${argv}]`,
      ),
      { eval: true },
    ],
  };

  test.each(Object.entries(CASES))('%s is as with the bare class, and traced', async (_, toGiven) => {
    const tracing = setUpTracing();
    const given = toGiven(folder());
    const bare = new Worker(...given);
    keepWorker(bare);
    const [, expected] = (await next(bare)) as [unknown, unknown];
    const { result, spanContext } = await inSpan('request', async () => {
      const worker = createWorker(given[0], given[1]);
      const [message] = await Promise.all([next(worker), once(worker, 'exit')]);
      return message;
    });
    expect(result).toEqual([spanContext.spanId, expected]);
    const [made] = tracing.collected.spans.filter(({ name }) => name === 'made');
    expect(made?.parentSpanContext?.spanId).toBe(spanContext.spanId);
  });

  test('strict source text stays strict, its lines keep their numbers, and modules are modules', async () => {
    setUpTracing();
    const source = `// why\n'use strict';\nrequire('worker_threads').parentPort.postMessage([(function () { return this === undefined; })(), new Error().stack.match(/:(\\d+):/)[1]]);`;
    expect(await next(createWorker(source, { eval: true }))).toEqual([true, '3']);
    const module = `import { parentPort } from 'node:worker_threads'; parentPort.postMessage(typeof require);`;
    const execArgv = ['--input-type=module'];
    expect(await next(createWorker(module, { eval: true, execArgv }))).toBe('undefined');
    expect(await next(createWorker(new URL(`data:text/javascript,${module}`)))).toBe('undefined');
  });

  test.each<[unknown, TracedWorkerOptions | undefined]>([
    ['relative.js', undefined],
    [7, undefined],
    [undefined, undefined],
    [new URL('http://localhost/worker.js'), undefined],
    ['./x.js', { argv: 'no list' as never }],
    ['./x.js', { env: 7 as never }],
    ['./x.js', { execArgv: ['--no-such-option'] }],
  ])('what Node.js refuses it refuses in its own words: %p, %p', (file, options) => {
    const catchError = (make: () => unknown): unknown => {
      try {
        make();
      } catch (error) {
        const { name, message, code } = error as Error & { code?: string };
        return { name, message, code };
      }
      return undefined;
    };
    const expected = catchError(() => new Worker(file as string, options));
    expect(expected).toBeDefined();
    expect(catchError(() => new TracedWorker(file as string, options))).toEqual(expected);
  });

  test('a file that is not there is told of by an event, as ever', async () => {
    const [error] = (await once(createWorker(join(__dirname, 'absent.cjs')), 'error')) as [Error];
    expect(error).toMatchObject({
      code: 'MODULE_NOT_FOUND',
      message: expect.stringContaining('absent.cjs') as string,
    });
  });

  test('the environment is shared where it is to be, and is the user’s', async () => {
    const source = `process.env.RAW_SHARED = 'set'; require('worker_threads').parentPort.postMessage(Object.keys(process.env).filter((key) => /TRACED/.test(key)))`;
    expect(await next(createWorker(source, { eval: true, env: SHARE_ENV }))).toEqual([]);
    // Jest's own environment is a copy.
    const read = `require('worker_threads').parentPort.postMessage(process.env.RAW_SHARED); delete process.env.RAW_SHARED`;
    const bare = new Worker(read, { eval: true, env: SHARE_ENV });
    keepWorker(bare);
    expect(await next(bare)).toBe('set');
  });
});
