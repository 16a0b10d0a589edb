import { trace } from '@opentelemetry/api';
import { extract, inject } from 'traced-pool/context';

const news = new BroadcastChannel('town news');

/** Says that it has heard; what others say of that is no news. */
export function listen(by) {
  news.addEventListener('message', extract(({ data: { what } }) => {
    if (!what) return;
    trace.getTracer(by).startActiveSpan('listen', { attributes: { what } }, (span) => {
      span.end();
      news.postMessage(inject({ told: what, by }));
    });
  }));
  news.postMessage(inject({ told: 'ready', by }));
}
