let mint;

async function openMint() {
  if (!mint) {
    const { Piscina } = await import('piscina');
    mint = new Piscina({ filename: new URL('./mint.mjs', import.meta.url).href });
  }
  return mint;
}

export async function strike(coin) {
  const press = await openMint();
  return press.run(coin);
}
