export async function index(pages) {
  const { messageParent } = await import('jest-worker');
  const { TracedThreadPoolExecutor } = await import('traced-pool/jest-worker');
  const indexer = new TracedThreadPoolExecutor(new URL('./index-page.js', import.meta.url));
  const words = [];
  for (const page of pages) words.push(await indexer.indexPage(page));
  await indexer.end();
  return { words, messageParent };
}
