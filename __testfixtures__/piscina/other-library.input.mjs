// Not piscina, though its class could be taken for it.
import Piscina from 'thread-pond';

const pool = new Piscina({ filename: new URL('./barrel.mjs', import.meta.url).href });

export const fill = (barrel) => pool.run(barrel);
