import Bottleneck from 'bottleneck';
import { fetchPage, save } from './pages.js';

const limiter = new Bottleneck({ maxConcurrent: 1, minTime: 20 });
const urgent = { priority: 1, expiration: 500 };
const group = new Bottleneck.Group({ maxConcurrent: 2 });

export const getPage = limiter.wrap(fetchPage);

export async function crawl(url) {
  const page = await limiter.schedule(() => fetchPage(url));
  await limiter.schedule(urgent, async () => save(page));
  await limiter.schedule({ weight: 2 }, save, page);
  limiter.submit(save, page, (error) => {});
  return group.key(url).schedule(fetchPage, url);
}
