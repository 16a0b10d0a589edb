import Piscina from 'piscina';

export class Foundry extends Piscina<string, number> {
  cast = 0;

  override run(mould: string, options?: Parameters<Piscina['run']>[1]): Promise<number> {
    this.cast++;
    return super.run(mould, options);
  }
}

const foundry = new Foundry({ filename: 'foundry.js' });

export const castBell = () => foundry.run('bell');
