import { join } from 'node:path';
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

/** Of options that are put together anew the rest counts. */
export function again(options: Partial<VatOptions>): ChildProcess {
  options = { script: scriptNamed('dye'), ...options };
  return fork(options.script!);
}

function scriptNamed(name: string): string {
  return join(__dirname, `${name}.js`);
}
