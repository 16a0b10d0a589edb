import { spawn } from 'threads';
import { TracedThreadPoolExecutor, TracedWorker } from 'traced-pool/threads';

function openShaft() {
  return spawn(new TracedWorker('./dig.js'), { timeout: 5000 });
}

async function openTunnel(isWide) {
  const worker = isWide ? new TracedWorker('./bore.js') : new TracedWorker('./dig.js');
  const tunnel = await spawn(worker);
  return tunnel;
}

const shafts = new TracedThreadPoolExecutor(openShaft, 2);
const tunnels = new TracedThreadPoolExecutor(() => openTunnel(true));

export const dig = (depth) => shafts.submit((shaft) => shaft(depth));
export const bore = (depth) => tunnels.submit((tunnel) => tunnel(depth));
