import { removeScratchFolders } from '../../support/scratch.js';
import { verifyProgram } from '../../support/verify.js';

afterAll(removeScratchFolders);

describe('threads and processes', () => {
  // Of a kind that needs no parent.
  const SPAN = `require('@opentelemetry/api').trace.getTracer('t').startSpan('child', { kind: 1 }).end();`;

  it.each([
    ['a worker', `new Worker('./child.cjs')`],
    ['a worker with an environment of its own', `new Worker('./child.cjs', { env: {} })`],
    ['a worker without arguments', `new Worker('./child.cjs', { execArgv: [], env: {} })`],
    ['a worker that shares the environment', `new Worker('./child.cjs', { env: SHARE_ENV })`],
    ['a worker from source text', `new Worker(${JSON.stringify(SPAN)}, { eval: true, env: {} })`],
    ['a fork', `fork('./child.cjs')`],
    ['a fork with an environment of its own', `fork('./child.cjs', { env: {} })`],
    ['a command', `spawn(process.execPath, ['child.cjs'])`],
    [
      'a command with an environment of its own',
      `execFile(process.execPath, ['child.cjs'], { env: { A: '1' } })`,
    ],
    [
      'a worker of a worker',
      `new Worker("new (require('node:worker_threads').Worker)('./child.cjs', { env: {} })", { eval: true })`,
    ],
  ])('%s is listened to', async (_, start) => {
    const main = `
      const { Worker, SHARE_ENV } = require('node:worker_threads');
      const { fork, spawn, execFile } = require('node:child_process');
      delete process.env.NODE_OPTIONS;
      ${start};
    `;
    const run = await verifyProgram({ 'main.cjs': main, 'child.cjs': SPAN });
    expect(run.stdout).toMatch(/^child /m);
    expect([run.stderr, run.counts, run.code]).toEqual(['', {}, 0]);
  });

  it('a worker is what it was: of its class, with its environment', async () => {
    const main = `
      import { Worker } from 'node:worker_threads';
      class Oven extends Worker {}
      const oven = new Oven(
        "require('node:worker_threads').parentPort.postMessage(process.env)",
        { eval: true, env: { HEAT: '220' } },
      );
      oven.on('message', (env) => console.log(oven instanceof Worker, Worker.name, oven.constructor.name, env.HEAT));
    `;
    const run = await verifyProgram({ 'main.mjs': main });
    expect(run.stdout).toMatch(/^true Worker Oven 220$/m);
  });

  it('what a forked process that is killed at once had told is known', async () => {
    const main = `
      const child = require('node:child_process').fork('./child.cjs');
      child.once('message', () => child.kill('SIGKILL'));
    `;
    const run = await verifyProgram({ 'main.cjs': main, 'child.cjs': `${SPAN} process.send('done');` });
    expect(run.stdout).toMatch(/^child /m);
    expect([run.counts, run.code]).toEqual([{}, 0]);
  });

  it('what a worker that is terminated in a busy loop had told is known', async () => {
    const worker = `
      const { trace } = require('@opentelemetry/api');
      const tracer = trace.getTracer('t');
      tracer.startSpan('ended').end();
      tracer.startSpan('open');
      require('node:worker_threads').parentPort.postMessage('ready');
      for (;;);
    `;
    const main = `
      const { Worker } = require('node:worker_threads');
      const worker = new Worker('./worker.cjs');
      worker.once('message', () => worker.terminate());
    `;
    const run = await verifyProgram({ 'main.cjs': main, 'worker.cjs': worker });
    expect(run.counts).toEqual({ parentless: 2, 'never-ended': 1 });
  });
});
