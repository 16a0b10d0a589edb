export async function thumbnail(file) {
  const workerpool = await import('workerpool');
  const pool = workerpool.pool('./thumbnail.js');
  const { default: again } = await import('workerpool');
  const spare = again.pool('./thumbnail.js');
  return [await pool.exec('resize', [file]), await spare.exec('resize', [file])];
}

export const lazy = () => import('workerpool').then(({ pool }) => pool('./thumbnail.js').exec('resize'));
