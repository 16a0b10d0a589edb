import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Service } from '../../demo/service.js';

const PACKAGES = join(__dirname, '..', '..', 'node_modules');
const COLLECTOR = 'http://127.0.0.1:1';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'traced-pool-service-'));
  mkdirSync(join(folder, 'src'));
  symlinkSync(PACKAGES, join(folder, 'node_modules'), 'junction');
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(source: string): Promise<Service> {
  writeFileSync(join(folder, 'src', 'server.ts'), source);
  return Service.start(folder, COLLECTOR);
}

describe('Service', () => {
  it('knows where the service listens, and stops it', async () => {
    const service = await start(`
      import { createServer } from 'node:http';
      const server = createServer((_request, response) => response.end(process.env.OTEL_EXPORTER_OTLP_ENDPOINT));
      server.listen(Number(process.env.PORT), process.env.HOST, () => {
        console.log('listens on http://127.0.0.1:' + (server.address() as { port: number }).port);
      });
      process.on('SIGTERM', () => server.close());
    `);
    const response = await fetch(service.origin, { headers: { connection: 'close' } });
    expect(await response.text()).toBe(COLLECTOR);
    await service.stop();
    await expect(fetch(service.origin)).rejects.toThrow('fetch failed');
  });

  it('tells what a service that does not start has to say', async () => {
    await expect(start(`throw new Error('no harbour');`)).rejects.toThrow(
      /The service did not start\.\n[^]*no harbour/,
    );
  });

  it('tells that the service did not stop as asked', async () => {
    const service = await start(`
      process.on('SIGTERM', () => process.exit(7));
      setInterval(() => {}, 1000);
      console.log('listens on http://127.0.0.1:1');
    `);
    await expect(service.stop()).rejects.toThrow('The service did not stop as asked (7).');
  });
});
