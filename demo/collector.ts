import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { CollectedSpan } from './collected-span.js';
import { toCollectedSpans } from './otlp.js';

/** A collector for traces in OTLP/HTTP with JSON, on a free port of the loopback address. */
export class Collector {
  readonly #spans: CollectedSpan[] = [];
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  static async start(): Promise<Collector> {
    const collector = new Collector();
    await new Promise<void>((resolve, reject) => {
      collector.#server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return collector;
  }

  /** What OTEL_EXPORTER_OTLP_ENDPOINT is to be. */
  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** All spans received so far, in order of arrival. */
  get spans(): readonly CollectedSpan[] {
    return this.#spans;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const status = await this.#receive(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  }

  async #receive(request: IncomingMessage): Promise<number> {
    if (request.method !== 'POST' || request.url !== '/v1/traces') return 404;
    if (!request.headers['content-type']?.startsWith('application/json')) return 415;
    try {
      this.#spans.push(...toCollectedSpans(await text(request)));
      return 200;
    } catch {
      return 400;
    }
  }
}
