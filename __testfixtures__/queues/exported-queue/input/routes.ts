import Mailroom, { createQueue as create, uploads } from './queues.js';

const mailroom = new Mailroom();
const parcels = create(2);

export async function post(send: () => Promise<void>): Promise<void> {
  await uploads.add(send);
  await mailroom.letters.add(send);
  await parcels.add(() => send());
}
