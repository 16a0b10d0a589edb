import { isSpanContextValid, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { fromSpanContextData } from './span-context-data.js';
import { fromCarrierText } from '../protocol/carrier-text.js';

/** A context of one span that came as text, which is read when somebody asks: a task without spans never does. */
export class CarriedContext implements Context {
  #context: Context | undefined;

  constructor(readonly text: string) {}

  getValue(key: symbol): unknown {
    return this.#read().getValue(key);
  }

  setValue(key: symbol, value: unknown): Context {
    return this.#read().setValue(key, value);
  }

  deleteValue(key: symbol): Context {
    return this.#read().deleteValue(key);
  }

  #read(): Context {
    if (this.#context) return this.#context;
    const spanContext = fromSpanContextData(fromCarrierText(this.text));
    return (this.#context = isSpanContextValid(spanContext)
      ? trace.setSpanContext(ROOT_CONTEXT, spanContext)
      : ROOT_CONTEXT);
  }
}
