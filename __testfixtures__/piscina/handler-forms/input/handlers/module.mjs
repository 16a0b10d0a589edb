import { handler } from './span.cjs';

await null;

export default handler('module');
export const plane = handler('plane');
export const later = Promise.resolve(handler('later'));
