import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const solar = new TracedThreadPoolExecutor({ filename: './sun.js', maxThreads: 1 });

export const watchSun = () => solar.submit('sun');
