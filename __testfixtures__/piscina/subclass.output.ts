import Piscina from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';

export class Foundry extends TracedThreadPoolExecutor<string, number> {
  cast = 0;

  override run(mould: string, options?: Parameters<Piscina['run']>[1]): Promise<number> {
    this.cast++;
    return super.run(mould, options);
  }
}

const foundry = new Foundry({ filename: 'foundry.js' });

export const castBell = () => foundry.submit('bell');
