import { trace } from '@opentelemetry/api';

const news = new BroadcastChannel('town news');

/** Says that it has heard; what others say of that is no news. */
export function listen(by) {
  news.addEventListener('message', ({ data: { what } }) => {
    if (!what) return;
    trace.getTracer(by).startActiveSpan('listen', { attributes: { what } }, (span) => {
      span.end();
      news.postMessage({ told: what, by });
    });
  });
  news.postMessage({ told: 'ready', by });
}
