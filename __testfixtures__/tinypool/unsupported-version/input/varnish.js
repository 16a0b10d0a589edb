import Tinypool from 'tinypool';

const shed = new Tinypool({ filename: new URL('./coat.js', import.meta.url).href });

export const varnish = (hull) => shed.run(hull);
