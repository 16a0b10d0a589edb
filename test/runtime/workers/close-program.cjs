// A process that leaves a loop over results, loses a worker, and closes its executor: prints `closed`.
const { join } = require('node:path');
const { TracedThreadPoolExecutor } = require('traced-pool');

async function main() {
  const filename = join(__dirname, 'map-handlers.cjs');
  const executor = new TracedThreadPoolExecutor({ filename, name: 'spin', minThreads: 0, maxThreads: 2 });
  const controller = new globalThis.AbortController();
  const busy = executor.submit({ millis: 20_000 }, { signal: controller.signal }).catch(() => {});
  const tasks = Array.from({ length: 50 }, () => ({ millis: 200 }));
  for await (const _ of executor.mapIterable(tasks)) break;
  controller.abort();
  await executor.close();
  await busy;
  process.stdout.write('closed\n');
}

void main();
