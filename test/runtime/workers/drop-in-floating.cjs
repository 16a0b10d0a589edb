// A process that lets go of rejected tasks, and prints what Node.js then says. argv: the class's module and name.
const { join } = require('node:path');
const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
const { trace } = require('@opentelemetry/api');
const { [process.argv[3]]: Pool } = require(process.argv[2]);

const processor = { onStart() {}, onEnd() {}, forceFlush: async () => {}, shutdown: async () => {} };
new NodeTracerProvider({ spanProcessors: [processor] }).register();

const pool = new Pool({ filename: join(__dirname, 'drop-in-handlers.cjs'), maxThreads: 1 });
process.on('unhandledRejection', (error) =>
  process.stdout.write(`unhandled ${error.name}: ${error.message}\n`),
);
process.on('rejectionHandled', () => process.stdout.write('handled late\n'));

trace.getTracer('floating').startActiveSpan('request', async (span) => {
  pool.run('error', { name: 'fail' });
  pool.run('subclass', { name: 'fail' }).then(() => {});
  pool.run('value', { name: 'absent' }).catch(() => {});
  pool.run(1, null);
  pool.run(1, { name: 'echo', signal: globalThis.AbortSignal.abort('gone') });
  await pool.run(1, { name: 'echo' });
  span.end();
});
