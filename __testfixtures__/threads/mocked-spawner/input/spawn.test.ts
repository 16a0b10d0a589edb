import { spawn, Worker } from 'threads';

jest.mock('threads');

export const spawnPress = () => spawn<any>(new Worker('./press'));
