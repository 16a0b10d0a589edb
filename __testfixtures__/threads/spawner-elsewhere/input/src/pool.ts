import { Pool } from 'threads';
import { spawnMixer } from './spawn-mixer';

export const mixers = Pool(spawnMixer, 2);
