import { Worker } from 'jest-worker';

class Courier extends Worker {
  submit(parcel: string) {
    return (this as any).send(parcel);
  }
}

const courier = new Courier('/srv/send.js');

export const send = (parcel: string) => courier.submit(parcel);
export const track = (parcel: string) => (courier as any).track(parcel);
