export async function sketch(scene) {
  const { spawn } = await import('threads');
  const { TracedThreadPoolExecutor, TracedWorker } = await import('traced-pool/threads');
  const artists = new TracedThreadPoolExecutor(() => spawn(new TracedWorker('./sketch.mjs')), 2);
  const drawing = await artists.submit((artist) => artist.draw(scene));
  await artists.terminate();
  return drawing;
}
