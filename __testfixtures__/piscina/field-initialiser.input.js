import Piscina from 'piscina';

export class Quarry {
  pool = new Piscina({ filename: './quarry.js' });

  get crew() {
    return this.pool;
  }

  cut(block) {
    return this.crew.run(block);
  }
}
