import { join } from 'node:path';
import ts from 'typescript';
import { REPOSITORY } from './fixtures.js';

const INSTALLED = join(REPOSITORY, 'node_modules');

/** What is installed is the same for all programs, and is parsed once for each way to read it. */
const parsed = new Map<string, ts.SourceFile>();

/** The compiler's host for one of several programs, which share the declarations of what is installed here. */
export function createCompilerHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const getSourceFile: ts.CompilerHost['getSourceFile'] = (path, how, ...rest) => {
    if (!path.startsWith(INSTALLED)) return host.getSourceFile(path, how, ...rest);
    const key = `${typeof how === 'object' ? how.impliedNodeFormat : ''} ${path}`;
    const file = parsed.get(key) ?? host.getSourceFile(path, how, ...rest);
    if (file) parsed.set(key, file);
    return file;
  };
  return { ...host, getSourceFile };
}
