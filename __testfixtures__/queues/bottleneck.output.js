import Bottleneck from 'bottleneck';
import { fetchPage, save } from './pages.js';
import { bind, bindCalls } from 'traced-pool/context';

const limiter = new Bottleneck({ maxConcurrent: 1, minTime: 20 });
const urgent = { priority: 1, expiration: 500 };
const group = new Bottleneck.Group({ maxConcurrent: 2 });

export const getPage = bindCalls((bound) => limiter.wrap(bound(fetchPage)));

export async function crawl(url) {
  const page = await limiter.schedule(bind(() => fetchPage(url)));
  await limiter.schedule(urgent, bind(async () => save(page)));
  await limiter.schedule({ weight: 2 }, bind(save), page);
  limiter.submit(bind(save), page, (error) => {});
  return group.key(url).schedule(bind(fetchPage), url);
}
