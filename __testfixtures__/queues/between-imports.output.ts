import PQueue from 'p-queue';
import { bind } from 'traced-pool/context';

const doorbell = new PQueue();
void doorbell.add(bind(() => console.log('ding')));

import { answer } from './porter.js';

void doorbell.add(bind(answer));
