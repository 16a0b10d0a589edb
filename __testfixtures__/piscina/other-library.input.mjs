// Not piscina, though its class could be taken for it.
import Tinypool from 'tinypool';

const pool = new Tinypool({ filename: new URL('./barrel.mjs', import.meta.url).href });

export const fill = (barrel) => pool.run(barrel);
