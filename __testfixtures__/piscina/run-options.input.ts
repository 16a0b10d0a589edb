import Piscina from 'piscina';

const dock = new Piscina({ filename: 'dock.js' });

export function unload(cargo: ArrayBuffer, signal: AbortSignal) {
  return dock
    .run(cargo /* not copied */, { transferList: [cargo], signal })
    .catch((error: Error) => error.message);
}

export const weigh = (cargo: string) => dock!.run({ cargo, at: Date.now() }, { filename: './scale.js', name: `weigh` });
