import { TelescopePool } from './telescopes.js';

const solar = new TelescopePool({ filename: './sun.js', maxThreads: 1 });

export const watchSun = () => solar.run('sun');
