import fastq from 'fastq';
import type { done, queue, queueAsPromised } from 'fastq';
import { bindQueue } from 'traced-pool/context';

interface Letter {
  readonly to: string;
}

const office: queue<Letter> = bindQueue((bound) => fastq(bound(sort), 1));
const courier: queueAsPromised<Letter, number> = bindQueue((bound) => fastq.promise(bound(deliver), 2));

function sort(letter: Letter, callback: done): void {
  callback(null, letter.to);
}

async function deliver({ to }: Letter): Promise<number> {
  return to.length;
}

export function send(letter: Letter): Promise<number> {
  office.push(letter, (error) => {});
  return courier.push(letter);
}
