import Piscina from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';

const hull = new TracedThreadPoolExecutor({ filename: 'hull.js' });
const mast = new Piscina({ filename: 'mast.js' });

export const rig = async () => [await hull.submit('keel'), await mast.run('sail')];
