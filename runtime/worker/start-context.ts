import { ROOT_CONTEXT } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';

/**
 * The context in which a worker was made, until it turns out to be more than one job's: from the first listener for
 * messages on, what has started within it, such as a timer or a loop over messages, is in no context.
 */
export class StartContext implements Context {
  #current: Context;

  constructor(context: Context) {
    this.#current = context;
  }

  getValue(key: symbol): unknown {
    return this.#current.getValue(key);
  }

  setValue(key: symbol, value: unknown): Context {
    return this.#current.setValue(key, value);
  }

  deleteValue(key: symbol): Context {
    return this.#current.deleteValue(key);
  }

  end(): void {
    this.#current = ROOT_CONTEXT;
  }
}
