import { TracedThreadPoolExecutor } from 'traced-pool';

const hull = new TracedThreadPoolExecutor({ filename: 'hull.js' });
const mast = new TracedThreadPoolExecutor({ filename: 'mast.js' });

export const rig = async () => [await hull.submit('keel'), await mast.submit('sail')];
