import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

export const telescopes = new TracedThreadPoolExecutor({ filename: new URL('./expose.js', import.meta.url).href });
export { Tinypool as TelescopePool } from 'tinypool';
