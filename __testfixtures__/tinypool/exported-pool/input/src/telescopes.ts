import { Tinypool } from 'tinypool';

export const telescopes = new Tinypool({ filename: new URL('./expose.js', import.meta.url).href });
export { Tinypool as TelescopePool } from 'tinypool';
