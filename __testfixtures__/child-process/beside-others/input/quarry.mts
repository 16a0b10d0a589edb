import { execFile, fork, spawn, type ChildProcess } from 'node:child_process';

export class Quarry {
  #digger: ChildProcess | undefined;

  dig(depth: number): void {
    this.#digger ??= fork('./dig.mjs');
    this.#digger.send({ depth });
  }

  pump(): ChildProcess {
    execFile('pump', ['--check']);
    return spawn('pump');
  }
}
