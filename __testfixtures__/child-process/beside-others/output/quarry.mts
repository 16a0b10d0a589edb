import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { inject, tracedFork } from 'traced-pool/context';

export class Quarry {
  #digger: ChildProcess | undefined;

  dig(depth: number): void {
    this.#digger ??= tracedFork('./dig.mjs');
    this.#digger.send(inject({ depth }));
  }

  pump(): ChildProcess {
    execFile('pump', ['--check']);
    return spawn('pump');
  }
}
