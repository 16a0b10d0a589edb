import { trace } from '@opentelemetry/api';
import { Piscina } from 'piscina';
import type { Stone } from './cutter';

const cutter = new Piscina<Stone, string>({
  filename: require.resolve('./cutter.ts'),
  execArgv: ['--import', 'tsx'],
});
const tracer = trace.getTracer('quarry');
const stones: Stone[] = [{ carats: 2 }, { carats: 3 }];

async function main(): Promise<void> {
  await tracer.startActiveSpan('cut', async (span) => {
    const gems = await Promise.all(stones.map((stone) => cutter.run(stone)));
    console.log(gems satisfies string[]);
    span.end();
  });
  await cutter.close();
}

void main();
