import { resolve } from 'node:path';
import type { FileInfo } from 'jscodeshift';
import type { Family } from './family.js';
import { analyseFile } from './one-file.js';
import { parse } from './parsing/parse.js';
import { SourceText } from './source-text.js';

/** Makes a jscodeshift transform of a family; a file without edits comes back as `undefined`, that is, untouched. */
export function toTransform(family: Family): (file: FileInfo) => string | undefined {
  return ({ path, source }) => {
    if (!family.packages.some((name) => source.includes(name))) return undefined;
    parse(resolve(path), new SourceText(source).text);
    const { outcome } = analyseFile(path, source, [family]);
    return outcome && outcome.after !== outcome.before ? outcome.after : undefined;
  };
}
