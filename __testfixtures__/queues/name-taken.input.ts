import PQueue from 'p-queue';

const bound = 3;
const shelf = new PQueue({ concurrency: bound });

export function bind(book: string): Promise<unknown> {
  return shelf.add(async () => book.toUpperCase());
}
