export { Tinypool, type Options } from 'tinypool';
