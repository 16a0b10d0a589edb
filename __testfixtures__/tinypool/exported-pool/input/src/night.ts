import { telescopes } from './telescopes.js';

export async function observe(stars: string[]): Promise<string[]> {
  await telescopes.run('warm-up');
  return Promise.all(stars.map((star) => telescopes.run(star)));
}
