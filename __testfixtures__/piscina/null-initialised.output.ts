import { TracedThreadPoolExecutor } from 'traced-pool';

export class Smithy {
  static #forge: TracedThreadPoolExecutor | null = null;

  static get forge() {
    return (Smithy.#forge ??= new TracedThreadPoolExecutor({ filename: 'forge.js' }));
  }
}

let anvil: TracedThreadPoolExecutor | undefined = undefined;

export function open() {
  anvil = new TracedThreadPoolExecutor({ filename: 'anvil.js' });
}

export const forge = (iron: string) => Smithy.forge.submit(iron);
export const hammer = (iron: string) => anvil?.submit(iron);
