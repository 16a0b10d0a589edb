import { fork } from 'node:child_process';

jest.mock('node:child_process');
const child = fork('./absent.js');
child.send({ mocked: true });
