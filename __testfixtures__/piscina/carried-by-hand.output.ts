import { context, propagation } from '@opentelemetry/api';
import { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';
import { requests } from './requests.js';

const loom = new Piscina({ filename: 'loom.js' });
const vat = new Piscina({ filename: 'vat.js' });
const press = new TracedThreadPoolExecutor({ filename: 'press.js' });

export class Mill {
  weave(yarn: string) {
    const order = { yarn, traceId: requests.getStore()?.id };
    return this.#send(order);
  }

  #send(order: object) {
    return loom.run(order);
  }
}

export function dye(colour: string) {
  const carrier = {};
  propagation.inject(context.active(), carrier);
  return vat.run({ colour, carrier });
}

// A carrier of goods is none of ours, nor is what is logged.
export const iron = (carrier: string) => {
  console.log({ traceId: 'none' });
  return press.submit({ carrier, span: 2 });
};
