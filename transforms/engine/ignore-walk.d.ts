declare module 'ignore-walk' {
  import { EventEmitter } from 'node:events';

  /** The part that is used here; @types/ignore-walk describes version 4. */
  export class Walker extends EventEmitter {
    constructor(options: object);
    start(): this;
    filterEntry(entry: string, partial?: boolean | string): boolean;
    walker(entry: string, options: object, then: () => void): void;
    walkerOpt(entry: string, options: object): object;
  }
}
