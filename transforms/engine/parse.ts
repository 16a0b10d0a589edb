import { extname } from 'node:path';
import jscodeshift from 'jscodeshift';
import type { Collection, File } from 'jscodeshift';
import getParser from 'jscodeshift/src/getParser.js';

const COMMON_PLUGINS = [
  'decoratorAutoAccessors',
  'doExpressions',
  'explicitResourceManagement',
  'exportDefaultFrom',
  'functionBind',
  'importAttributes',
  'importReflection',
  'throwExpressions',
];

const TYPESCRIPT_EXTENSIONS: ReadonlySet<string> = new Set(['.ts', '.mts', '.cts', '.tsx']);
const FLOW_PRAGMA = /^\s*(?:\/[/*]|\*).*@(?:no)?flow\b/m;

/** Whether a file says that it is written in Flow. */
export function hasFlowPragma(text: string): boolean {
  return FLOW_PRAGMA.test(text.slice(0, 2000));
}

function pluginsFor(extension: string, text: string): unknown[] {
  if (TYPESCRIPT_EXTENSIONS.has(extension)) {
    const jsx = extension === '.tsx' ? ['jsx'] : [];
    return [...COMMON_PLUGINS, ...jsx, 'typescript', 'decorators-legacy'];
  }
  const flow = hasFlowPragma(text) ? [['flow', { all: true }], 'flowComments'] : [];
  return [...COMMON_PLUGINS, 'jsx', ...flow, ['decorators', { version: '2023-11' }]];
}

function sourceTypeFor(extension: string): string {
  if (extension === '.mjs' || extension === '.mts') return 'module';
  return extension === '.cjs' ? 'script' : 'unambiguous';
}

/**
 * Parses with jscodeshift's parser, with the syntax that the file's extension asks for. The offsets in the tree count
 * in `text`; recast, whose offsets do not, is left out.
 *
 * @throws SyntaxError with `loc: { line, column }` where the text cannot be parsed.
 */
export function parse(path: string, text: string): Collection<File> {
  const extension = extname(path).toLowerCase();
  const parser = getParser('babylon', {
    sourceType: sourceTypeFor(extension),
    allowImportExportEverywhere: true,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    tokens: false,
    plugins: pluginsFor(extension, text),
  });
  return jscodeshift(parser.parse(text));
}
