export const warm = () =>
  import('piscina').then(({ Piscina }) => new Piscina({ filename: './boiler.mjs' }).run('steam'));
