import { shutdownTelemetry } from './telemetry.js';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pool } from './pool.js';
import { routes, toErrorAnswer } from './routes.js';

const host = process.env.HOST ?? '0.0.0.0';
const port = Number(process.env.PORT ?? 3000);

const app = express();
app.disable('x-powered-by');
app.use(routes);
app.use(toErrorAnswer);

const server = app.listen(port, host, (error) => {
  if (error) throw error;
  const address = server.address() as AddressInfo;
  console.log(`thumbnails listens on http://${address.address}:${address.port}`);
});

async function shutdown(): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
  await pool.close();
  await shutdownTelemetry();
}

let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    shutdown().catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    });
  });
}
