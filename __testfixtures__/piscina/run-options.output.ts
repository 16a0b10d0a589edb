import { TracedThreadPoolExecutor } from 'traced-pool';

const dock = new TracedThreadPoolExecutor({ filename: 'dock.js' });

export function unload(cargo: ArrayBuffer, signal: AbortSignal) {
  return dock
    .submit(cargo /* not copied */, { transferList: [cargo], signal })
    .catch((error: Error) => error.message);
}

export const weigh = (cargo: string) => dock!.submit({ cargo, at: Date.now() }, { filename: './scale.js', name: `weigh` });
