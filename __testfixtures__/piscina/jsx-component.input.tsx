import { Piscina } from 'piscina';
import type { FC } from 'react';

const renderer = new Piscina({ filename: 'render.js' });

export const Page: FC<{ title: string }> = ({ title }) => (
  <main onClick={() => void renderer.run({ title })}>
    {title} {/* run(title) */}
  </main>
);
