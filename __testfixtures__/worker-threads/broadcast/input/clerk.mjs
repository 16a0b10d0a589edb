import * as threads from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

class Register {
  #news = new threads.BroadcastChannel(`town news`);

  constructor() {
    this.#news.onmessage = (event) => this.#enter(event.data);
    this.#news.postMessage({ told: 'ready', by: 'clerk' });
  }

  #enter({ what }) {
    if (!what) return;
    trace.getTracer('clerk').startActiveSpan('enter', { attributes: { what } }, (span) => {
      this.#news.postMessage({ told: what, by: 'clerk' });
      span.end();
    });
  }
}

new Register();
