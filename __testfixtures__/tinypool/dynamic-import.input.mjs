let bakery;

export async function bake(loaf) {
  if (!bakery) {
    const { Tinypool } = await import('tinypool');
    bakery = new Tinypool({ filename: new URL('./oven.mjs', import.meta.url).href });
  }
  return bakery.run(loaf);
}
