import PQueue from 'p-queue';
import { bind as tracedBind } from 'traced-pool/context';

const bound = 3;
const shelf = new PQueue({ concurrency: bound });

export function bind(book: string): Promise<unknown> {
  return shelf.add(tracedBind(async () => book.toUpperCase()));
}
