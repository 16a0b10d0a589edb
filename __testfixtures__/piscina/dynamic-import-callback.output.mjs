export const sift = (flour) => import('traced-pool').then(({ TracedThreadPoolExecutor }) => new TracedThreadPoolExecutor({ filename: './sieve.mjs' }).submit(flour));

export const knead = (dough) =>
  import('traced-pool')
    .then(({ TracedThreadPoolExecutor }) => new TracedThreadPoolExecutor({ filename: './hook.mjs' }))
    .then((hook) => hook.submit(dough));
