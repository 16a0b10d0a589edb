import { TracedThreadPoolExecutor } from 'traced-pool';
import type { FC } from 'react';

const renderer = new TracedThreadPoolExecutor({ filename: 'render.js' });

export const Page: FC<{ title: string }> = ({ title }) => (
  <main onClick={() => void renderer.submit({ title })}>
    {title} {/* run(title) */}
  </main>
);
