import type { ChildProcess } from 'node:child_process';

export function assign(child: ChildProcess, task: string): void {
  child.send(task);
}
