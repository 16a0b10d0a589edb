import Queue from 'queue';
import { work } from './work.cjs';

const jobs = new Queue({ concurrency: 1, autostart: true });

export const handle = (request) =>
  new Promise((resolve) => {
    jobs.push(() => work(request).then(resolve));
  });
