import { execFileSync } from 'node:child_process';
import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../support/fixtures.js';
import { createApplication, findNode } from '../../support/relay-table/application.js';
import type { SdkLine } from '../../support/relay-table/relay-case.js';
import { removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

const BEFORE_STOP = 'open (not ended)\nrequest\n  task';
const AFTER_STOP = 'open\nrequest\n  task';

/** What a collector is to its users' compiler: a processor for their provider, and spans that are as their exporter's. */
function programFor(line: SdkLine): string {
  const sdk = line === 3 ? '@opentelemetry/sdk-trace' : '@opentelemetry/sdk-trace-base';
  const provider = line === 3 ? 'TracerProvider' : 'BasicTracerProvider';
  return `
    import { ${provider} as Provider, InMemorySpanExporter } from '${sdk}';
    import type { ReadableSpan, SpanProcessor } from '${sdk}';
    import { assertChildOf, collectSpans, spanTree } from 'traced-pool/testing';
    const spans = collectSpans({ filter: ({ attributes }) => attributes['internal'] !== true });
    new Provider({ spanProcessors: [spans] });
    export const processor: SpanProcessor = spans.attach();
    const exported: ReadableSpan[] = new InMemorySpanExporter().getFinishedSpans();
    export const text: string = spanTree(exported, { attributes: ['size'], order: 'text' });
    assertChildOf(exported[0]!, 'request', exported);
    export const one: Promise<string> = spans.waitFor('request').then(({ name }) => name);
    export const all: Promise<number> = spans.waitFor(2).then(({ length }) => length);
    // @ts-expect-error: there is no such order
    spanTree(spans, { order: 'end' });
  `;
}

describe.each<[SdkLine]>([[1], [2], [3]])('with the line %i.x', (line) => {
  test('spans are collected in each way, and no more once that is over', () => {
    const folder = createApplication(line);
    cpSync(join(__dirname, '..', '..', 'support', 'testing'), folder, { recursive: true });
    const argv = [join(folder, 'collect.cjs'), String(line)];
    const output = JSON.parse(execFileSync(findNode(line), argv, { encoding: 'utf8' })) as unknown;
    const each = { tree: BEFORE_STOP, open: 1, after: AFTER_STOP };
    expect(output).toEqual({
      told: { given: each, attached: each, 'attached to none': each },
      exported: ['task', 'request', 'open', 'task', 'request'],
      later: line === 1 ? ['both', 'both\none'] : [],
    });
  });

  test('its types fit', () => {
    const folder = createApplication(line);
    writeFileSync(join(folder, 'program.mts'), programFor(line));
    symlinkSync(join(REPOSITORY, 'node_modules', '@types'), join(folder, 'node_modules', '@types'));
    const compiler = join(REPOSITORY, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = [
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--skipLibCheck',
      '--types',
      'node',
    ];
    const given = [...options, '--target', 'es2022', '--module', 'node16', 'program.mts'];
    expect(execFileSync(process.execPath, [compiler, ...given], { cwd: folder, encoding: 'utf8' })).toBe('');
  });
});
