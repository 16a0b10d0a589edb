import { toFilePath, withCallSites } from './call-places.js';

/** Where all copies of `@opentelemetry/api` 1.x keep what is registered: `internal/global-utils`. */
const KEY = Symbol.for('opentelemetry.js.api.1');
/** Copies ask whether what is registered is at least as new as they are. */
const VERSION_FOR_ALL = '1.999.0';
const API_FILE = /[\\/]@opentelemetry[\\/]api[\\/].*global-utils\.[cm]?js$/;

interface Store {
  readonly version?: string;
  readonly trace?: object;
  readonly context?: object;
}

/** What stands in as long as the application has registered nothing. */
export interface StandIn {
  readonly trace: object;
  readonly context: object;
}

interface Proxied {
  getDelegate?(): object;
}

/** Whether it is the API's own that does nothing; bundlers give its class another name. */
function isNoop(provider: object): boolean {
  if (provider.constructor?.name === 'NoopTracerProvider') return true;
  if (Object.keys(provider).length > 0) return false;
  const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(provider) ?? {});
  return methods.every((name) => name === 'constructor' || name === 'getTracer');
}

/** Whether the innermost caller is a copy of the API that only wants to know what is registered. */
function isAsking(): boolean {
  return withCallSites(6, (sites) => {
    const caller = sites.find((site) => toFilePath(site.getFileName()) !== __filename);
    return (
      caller?.getFunctionName()?.endsWith('getGlobal') === true &&
      API_FILE.test(toFilePath(caller.getFileName()) ?? '')
    );
  });
}

/**
 * Watches what is registered with the API, whichever copies of it the application has, bundled ones included: they all
 * look into one property of the global object.
 */
export class ApiStore {
  #store: Store | undefined;
  #provider: object | undefined;
  #judged: object | undefined;

  /**
   * @param onProvider told of each tracer provider that is registered, before it makes a span
   * @param standIn what a copy of the API is shown as long as the application has registered no tracer provider; nobody
   * else is shown it, and it does not keep anything from being registered
   */
  constructor(
    private readonly onProvider: (provider: object) => void,
    private readonly standIn: () => StandIn | undefined,
  ) {
    this.#store = (globalThis as Record<symbol, unknown>)[KEY] as Store | undefined;
    Object.defineProperty(globalThis, KEY, {
      configurable: true,
      get: () => this.#read(),
      set: (store: Store | undefined) => {
        this.#store = store;
      },
    });
  }

  /** The application's own tracer provider, if it has registered one. */
  get provider(): object | undefined {
    this.#judge();
    return this.#provider;
  }

  /** What keeps contexts now: the application's own context manager, or the one that stands in for it. */
  get contextManager(): object | undefined {
    return this.#store?.context ?? this.standIn()?.context;
  }

  #read(): Store | undefined {
    this.#judge();
    if (this.#provider || !isAsking()) return this.#store;
    const standIn = this.standIn();
    if (!standIn) return this.#store;
    const { context } = this.#store ?? {};
    return {
      ...this.#store,
      version: VERSION_FOR_ALL,
      trace: standIn.trace,
      get context() {
        return context ?? standIn.context;
      },
    };
  }

  /** Done with each question to the API, so that it must cost next to nothing where nothing is new. */
  #judge(): void {
    const global = this.#store?.trace as Proxied | undefined;
    const current = global?.getDelegate ? global.getDelegate() : global;
    if (current === this.#judged) return;
    this.#judged = current;
    this.#provider = current && !isNoop(current) ? current : undefined;
    if (this.#provider) this.onProvider(this.#provider);
  }
}
