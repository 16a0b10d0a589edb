import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const studio = new TracedThreadPoolExecutor({ filename: './develop-film.mjs' });

export async function develop(rolls: string[]) {
  const prints = await studio.map(rolls);
  const proofs = await studio.map(rolls, { name: 'proof' });
  const settled = await Promise.allSettled(rolls.map((roll) => studio.submit(roll)));
  return { prints, proofs, settled };
}
