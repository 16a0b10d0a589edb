export const sift = (flour) => import('piscina').then((library) => new library.Piscina({ filename: './sieve.mjs' }).run(flour));

export const knead = (dough) =>
  import('piscina')
    .then(({ default: Pool }) => new Pool({ filename: './hook.mjs' }))
    .then((hook) => hook.run(dough));
