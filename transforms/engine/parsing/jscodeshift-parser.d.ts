declare module 'jscodeshift/src/getParser.js' {
  import type { File } from 'jscodeshift';

  /** @param options those of @babel/parser; only the parser `babylon` takes any. */
  function getParser(name: string, options?: object): { parse(text: string): File };
  export = getParser;
}
