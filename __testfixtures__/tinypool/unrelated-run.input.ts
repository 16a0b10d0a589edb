import { workerId } from 'tinypool';

class Marathon {
  constructor(readonly miles: number) {}
  run(runner: string): string {
    return `${runner}:${this.miles}`;
  }
}

const race = new Marathon(26);

export const start = (runner: string) => [race.run(runner), workerId];
