import { Piscina } from 'piscina';

export class Smithy {
  static #forge: Piscina | null = null;

  static get forge() {
    return (Smithy.#forge ??= new Piscina({ filename: 'forge.js' }));
  }
}

let anvil: Piscina | undefined = undefined;

export function open() {
  anvil = new Piscina({ filename: 'anvil.js' });
}

export const forge = (iron: string) => Smithy.forge.run(iron);
export const hammer = (iron: string) => anvil?.run(iron);
