let bakery;

export async function bake(loaf) {
  if (!bakery) {
    const { TracedThreadPoolExecutor } = await import('traced-pool/tinypool');
    bakery = new TracedThreadPoolExecutor({ filename: new URL('./oven.mjs', import.meta.url).href });
  }
  return bakery.submit(loaf);
}
