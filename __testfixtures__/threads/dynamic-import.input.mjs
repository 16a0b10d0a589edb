export async function sketch(scene) {
  const { Pool, spawn, Worker } = await import('threads');
  const artists = Pool(() => spawn(new Worker('./sketch.mjs')), 2);
  const drawing = await artists.queue((artist) => artist.draw(scene));
  await artists.terminate();
  return drawing;
}
