/** Writes `import Piscina from 'piscina'; new Piscina().run(1)` into a file. */
export const source = (name: string) => `
  import Piscina from 'piscina';
  const ${name} = new Piscina({ filename: 'x.js' });
  ${name}.run(1);
`;
export const pattern = /new Piscina\(\)\.run\(/;
