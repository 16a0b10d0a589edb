export async function index(pages) {
  const { Worker, messageParent } = await import('jest-worker');
  const indexer = new Worker(new URL('./index-page.js', import.meta.url));
  const words = [];
  for (const page of pages) words.push(await indexer.indexPage(page));
  await indexer.end();
  return { words, messageParent };
}
