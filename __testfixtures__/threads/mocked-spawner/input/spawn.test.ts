import { spawn, Worker } from 'threads';

jest.mock('threads');

export const spawnPress = () => spawn<{ press(apple: string): string }>(new Worker('./press'));
