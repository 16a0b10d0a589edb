import { isAbsolute, relative, sep } from 'node:path';
import ignore from 'ignore';

/** Whether an absolute path is left out. */
export type Ignores = (path: string, isFolder: boolean) => boolean;

/** Tells what patterns in the syntax of `.gitignore` leave out, as seen from a folder; nothing outside of it. */
export function createIgnore(folder: string, patterns: readonly string[]): Ignores {
  const rules = ignore({ ignorecase: false }).add([...patterns]);
  return (path, isFolder) => {
    const label = relative(folder, path).split(sep).join('/');
    const isInside = label !== '' && !/^\.\.(?:\/|$)/.test(label) && !isAbsolute(label);
    return isInside && rules.ignores(isFolder ? `${label}/` : label);
  };
}
