import { Pool, spawn, Worker } from 'threads';

function openShaft() {
  return spawn(new Worker('./dig.js'), { timeout: 5000 });
}

async function openTunnel(isWide) {
  const worker = isWide ? new Worker('./bore.js') : new Worker('./dig.js');
  const tunnel = await spawn(worker);
  return tunnel;
}

const shafts = Pool(openShaft, 2);
const tunnels = Pool(() => openTunnel(true));

export const dig = (depth) => shafts.queue((shaft) => shaft(depth));
export const bore = (depth) => tunnels.queue((tunnel) => tunnel(depth));
