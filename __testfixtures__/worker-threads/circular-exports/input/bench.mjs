export * from './tools.mjs';
export const plane = 'jack';
