import Piscina, { move, workerData } from 'piscina';

export const ferry = (cargo: Uint8Array) => (Piscina.isWorkerThread ? move(cargo) : cargo);
export const harbour = { run: () => workerData, Piscina: 'no class' };
harbour.run();
