import * as threads from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { extract, inject } from 'traced-pool/context';

class Register {
  #news = new threads.BroadcastChannel(`town news`);

  constructor() {
    this.#news.onmessage = extract((event) => this.#enter(event.data));
    this.#news.postMessage(inject({ told: 'ready', by: 'clerk' }));
  }

  #enter({ what }) {
    if (!what) return;
    trace.getTracer('clerk').startActiveSpan('enter', { attributes: { what } }, (span) => {
      this.#news.postMessage(inject({ told: what, by: 'clerk' }));
      span.end();
    });
  }
}

new Register();
