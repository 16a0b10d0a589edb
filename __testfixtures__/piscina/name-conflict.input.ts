import Piscina from 'piscina';

export class Printery extends Piscina {
  submit(page: string, copies: number) {
    return Promise.all(Array.from({ length: copies }, () => this.run(page)));
  }
}

export const press = new Printery({ filename: 'press.js' });
