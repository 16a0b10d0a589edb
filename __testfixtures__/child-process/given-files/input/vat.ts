import { fork, type ChildProcess } from 'node:child_process';

export interface VatOptions {
  readonly script: string;
  readonly args?: readonly string[];
}

export class Vat {
  private readonly child: ChildProcess;

  constructor(private readonly options: VatOptions) {
    this.child = fork(this.options.script, this.options.args);
  }

  dye(cloth: string): boolean {
    return this.child.send({ cloth });
  }
}

export function start(script = require.resolve('./dye')): ChildProcess {
  return fork(script);
}
