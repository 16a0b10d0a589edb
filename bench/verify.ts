// Times a web server under load, listened to by `verify` and not: 200 requests at 20 in flight, in turns, both servers
// being there at once. `node bench/dist/verify.js [--rounds 15]`
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { formatTable, summarize } from './statistics.js';

const REPOSITORY = join(__dirname, '..', '..');
const CLI = join(REPOSITORY, 'dist', 'cli.js');
const SERVER = join(REPOSITORY, 'bench', 'verify-server.cjs');
const REQUESTS = 200;
const IN_FLIGHT = 20;
const WARM_UP_ROUNDS = 5;

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
  /** All that it has printed. */
  text(): string;
}

async function start(words: readonly string[]): Promise<Server> {
  const child = spawn(process.execPath, [...words, SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  for (;;) {
    const [, port] = /listens on (\d+)/.exec(text) ?? [];
    if (port !== undefined) return { child, url: `http://127.0.0.1:${port}/7`, text: () => text };
    await once(child.stdout, 'data');
  }
}

async function stop({ child }: Server): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  await ended;
}

/** Milliseconds from the first request to the last answer, by the number of requests. */
async function load({ url }: Server): Promise<number> {
  const begin = process.hrtime.bigint();
  let last = begin;
  const { '2xx': answered } = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = { url, connections: IN_FLIGHT, amount: REQUESTS };
    const run = autocannon(options, (error: Error | null, result) =>
      error ? reject(error) : resolve(result),
    );
    run.on('response', () => (last = process.hrtime.bigint()));
  });
  if (answered !== REQUESTS) throw new Error(`${answered} of ${REQUESTS} requests were answered`);
  return Number(last - begin) / 1e6 / REQUESTS;
}

function toRow(name: string, values: readonly number[]): string[] {
  const { min, median, max } = summarize(values);
  return [name, ...[min, median, max].map((value) => value.toFixed(3))];
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } });
  const servers = [await start([]), await start([CLI, 'verify', '--quiet', '--', process.execPath])];
  const [bare, listened] = servers as [Server, Server];
  const times: { bare: number[]; listened: number[] } = { bare: [], listened: [] };
  for (let round = 0; round < WARM_UP_ROUNDS; round++) for (const server of servers) await load(server);
  for (let round = 0; round < Number(values.rounds); round++) {
    times.bare.push(await load(bare));
    times.listened.push(await load(listened));
  }
  await Promise.all(servers.map(stop));
  const ratios = times.listened.map((time, round) => time / (times.bare[round] as number));
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, ${ratios.length} rounds`);
  console.log(
    formatTable([
      ['', 'min', 'median', 'max'],
      toRow('bare, ms a request', times.bare),
      toRow('listened to, ms a request', times.listened),
      toRow('ratio', ratios),
    ]),
  );
  console.log(listened.text().trim());
}

void main();
