import { Tinypool } from 'tinypool';

const studio = new Tinypool({ filename: './develop-film.mjs' });

export async function develop(rolls: string[]) {
  const prints = await Promise.all(rolls.map((roll) => studio.run(roll)));
  const proofs = await Promise.all(rolls.map((roll) => studio.run(roll, { name: 'proof' })));
  const settled = await Promise.allSettled(rolls.map((roll) => studio.run(roll)));
  return { prints, proofs, settled };
}
