export async function thumbnail(file) {
  const { TracedThreadPoolExecutor } = await import('traced-pool/workerpool');
  const pool = new TracedThreadPoolExecutor('./thumbnail.js');
  const spare = new TracedThreadPoolExecutor('./thumbnail.js');
  return [await pool.submit('resize', [file]), await spare.submit('resize', [file])];
}

export const lazy = () => import('traced-pool/workerpool').then(({ TracedThreadPoolExecutor }) => new TracedThreadPoolExecutor('./thumbnail.js').submit('resize'));
