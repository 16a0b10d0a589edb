export const sift = (flour) =>
  import('piscina').then(({ Piscina, move }) => new Piscina({ filename: './sieve.mjs' }).run(move(flour)));

export const knead = () => import('piscina').then((library) => [new library.default(), library]);
