import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

class Loom {
  #out;

  constructor() {
    parentPort.on('message', ({ from, to }) => {
      if (to) this.#out = to;
      if (from) this.#start(from.yarn);
    });
  }

  #start(yarns) {
    yarns.onmessage = ({ data: { id, yarn } }) => {
      trace.getTracer('weaver').startActiveSpan('weave', { attributes: { yarn } }, (span) => {
        this.#out.postMessage({ id, cloth: `${yarn} cloth` });
        span.end();
      });
    };
  }
}

new Loom();
