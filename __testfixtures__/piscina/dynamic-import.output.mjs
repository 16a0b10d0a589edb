let mint;

async function openMint() {
  if (!mint) {
    const { TracedThreadPoolExecutor } = await import('traced-pool');
    mint = new TracedThreadPoolExecutor({ filename: new URL('./mint.mjs', import.meta.url).href });
  }
  return mint;
}

export async function strike(coin) {
  const press = await openMint();
  return press.submit(coin);
}
