// Not the piscina of npm.
export const splash = () => import('./piscina.mjs').then(({ Piscina }) => new Piscina().run('splash'));
export const dive = () => globalThis.load('piscina').then(({ Piscina }) => new Piscina({ filename: './dive.mjs' }));
