import PQueue from 'p-queue';

const doorbell = new PQueue();
void doorbell.add(() => console.log('ding'));

import { answer } from './porter.js';

void doorbell.add(answer);
