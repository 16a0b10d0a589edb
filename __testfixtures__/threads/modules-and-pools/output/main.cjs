const { trace } = require('@opentelemetry/api');
const { spawn, Thread, Transfer } = require('threads');
const { TracedThreadPoolExecutor, TracedWorker } = require('traced-pool/threads');

const tracer = trace.getTracer('quarry');

async function main() {
  const pool = new TracedThreadPoolExecutor(() => spawn(new TracedWorker('./mason.cjs')), { size: 1 });
  const build = (wall, stones) =>
    tracer.startActiveSpan('build', { attributes: { wall } }, async (span) => {
      const laid = await Promise.allSettled(
        stones.map((stone) =>
          pool.submit(async (mason) => {
            tracer.startSpan(`hand ${stone}`).end();
            return mason.lay(stone);
          }),
        ),
      );
      span.end();
      return laid.map(({ value, reason }) => value ?? `${reason.name}: ${reason.message}`);
    });
  console.log(JSON.stringify(await Promise.all([build('east', ['slate', 'flint']), build('west', ['chalk', 'sand'])])));
  await pool.terminate();

  const mason = await spawn(new TracedWorker('./mason.cjs'));
  await tracer.startActiveSpan('watch', async (span) => {
    const seen = [];
    await new Promise((resolve, reject) =>
      mason.chisel(2).subscribe((chip) => seen.push(chip), reject, resolve),
    );
    const block = new Uint8Array([4, 5]).buffer;
    console.log(seen.length > 0, await mason.weigh(Transfer(block)), block.byteLength);
    span.end();
  });
  await Thread.terminate(mason);
}

void main();
