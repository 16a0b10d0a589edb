import Mailroom, { createQueue as create, uploads } from './queues.js';
import { bind } from 'traced-pool/context';

const mailroom = new Mailroom();
const parcels = create(2);

export async function post(send: () => Promise<void>): Promise<void> {
  await uploads.add(bind(send));
  await mailroom.letters.add(bind(send));
  await parcels.add(bind(() => send()));
}
