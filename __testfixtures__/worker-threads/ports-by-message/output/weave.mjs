import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { extract, inject } from 'traced-pool/context';

class Loom {
  #out;

  constructor() {
    parentPort.on('message', ({ from, to }) => {
      if (to) this.#out = to;
      if (from) this.#start(from.yarn);
    });
  }

  #start(yarns) {
    yarns.onmessage = extract(({ data: { id, yarn } }) => {
      trace.getTracer('weaver').startActiveSpan('weave', { attributes: { yarn } }, (span) => {
        this.#out.postMessage(inject({ id, cloth: `${yarn} cloth` }));
        span.end();
      });
    });
  }
}

new Loom();
