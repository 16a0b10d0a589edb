import { Pool } from 'threads';
import { spawnPress } from './spawn.test';

export const presses = Pool(spawnPress, 2);
export const press = (apple: string) => presses.queue((one) => one.press(apple));
