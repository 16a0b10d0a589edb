// With a channel, but not ours to open.
import { spawn, type ChildProcess } from 'node:child_process';

const child: ChildProcess = spawn('other', [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
child.send({ task: 1 });
