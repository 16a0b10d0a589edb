import { setTimeout as sleep } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';
import Bottleneck from 'bottleneck';
import { bind, bindCalls } from 'traced-pool/context';

const tracer = trace.getTracer('crawler');
const limiter = new Bottleneck({ maxConcurrent: 1 });

async function fetchPage(url, depth = 0) {
  await sleep(2);
  tracer.startSpan(`fetch ${url} at ${depth}`).end();
  if (url === '/gone') throw new Error('404');
  return `${url} ${this?.agent ?? 'nobody'}`;
}
const getPage = bindCalls((bound) => limiter.wrap(bound(fetchPage)));
const crawler = { agent: 'bot', getPage };

const request = (name, work) =>
  tracer.startActiveSpan(name, async (span) => {
    const answer = await work().catch(({ message }) => message);
    span.end();
    return answer;
  });

console.log(
  await Promise.all([
    request('one', () => limiter.schedule(bind(() => fetchPage('/one')))),
    request('two', () => limiter.schedule({ priority: 1 }, bind(fetchPage), '/two', 2)),
    request('three', () => crawler.getPage('/three', 3)),
    request('four', () => getPage.withOptions({ priority: 0 }, '/four', 4)),
    request('five', () => getPage('/gone')),
    request('six', () =>
      new Promise((resolve, reject) => {
        const done = (error, page) => (error ? reject(error) : resolve(page));
        limiter.submit(bind((url, callback) => void fetchPage(url).then((page) => callback(null, page), callback)), '/six', done);
      }),
    ),
  ]),
);
await limiter.stop();
