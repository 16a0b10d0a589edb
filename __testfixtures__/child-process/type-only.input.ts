import type { ChildProcess, ForkOptions } from 'node:child_process';

export interface Crew {
  readonly children: readonly ChildProcess[];
  readonly options: ForkOptions;
}
