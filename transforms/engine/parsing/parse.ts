import { extname } from 'node:path';
import getParser from 'jscodeshift/src/getParser.js';
import { hasFlowPragma } from './flow-pragma.js';

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
 * Parses with jscodeshift's parser, with the syntax that the file's extension asks for. Only whether it can be parsed is
 * of interest: sites are found in TypeScript's tree, which the proofs need anyway.
 *
 * @throws SyntaxError with `loc: { line, column }` where it cannot.
 */
export function parse(path: string, text: string): void {
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
  parser.parse(text);
}

/** Why a text cannot be parsed by jscodeshift's parser; `undefined` where it can. */
export function findSyntaxError(path: string, text: string): string | undefined {
  try {
    parse(path, text);
    return undefined;
  } catch (error) {
    const { message, loc } = error as SyntaxError & { loc?: { line: number; column: number } };
    const reason = message.replace(/ \(\d+:\d+\)$/, '').replace(/\.$/, '');
    return loc
      ? `cannot be parsed: ${reason} (line ${loc.line}, column ${loc.column + 1})`
      : `cannot be parsed: ${reason}`;
  }
}

/** A file to be parsed. */
export interface ParsedText {
  readonly path: string;
  readonly text: string;
}

/** The files that cannot be parsed, with the reason of each. */
export function findSyntaxErrors(files: readonly ParsedText[]): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const { path, text } of files) {
    const reason = findSyntaxError(path, text);
    if (reason !== undefined) reasons.set(path, reason);
  }
  return reasons;
}
