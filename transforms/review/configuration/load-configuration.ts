import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { SourceText } from '../../engine/source-text.js';
import { UsageError } from '../usage-error.js';
import { findConfigurationMistake } from './check-configuration.js';
import type { Configuration, LoadedConfiguration } from './configuration.js';
import { MANIFEST_KEY } from './find-configuration.js';

/** The name under which a configuration imports what helps to write it. */
const PACKAGE = 'traced-pool-codemod';

function readJson(path: string): unknown {
  const source = new SourceText(readFileSync(path, 'utf8'));
  const errors: ParseError[] = [];
  const value: unknown = parse(source.text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (!error) return value;
  const { line, column } = source.positionAt(error.offset);
  throw new Error(`${printParseErrorCode(error.error)} (line ${line}, column ${column})`);
}

async function readModule(path: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  const jiti = createJiti(path, {
    // Nothing is written, and the package is found where it is not installed, too.
    fsCache: false,
    interopDefault: false,
    alias: { [PACKAGE]: join(__dirname, '..', '..', 'index.js') },
  });
  const module: unknown = await jiti.import(path);
  if (typeof module !== 'object' || module === null || !('default' in module))
    throw new Error('it has no default export');
  return module.default;
}

async function read(path: string): Promise<unknown> {
  if (basename(path) === 'package.json')
    return (readJson(path) as Readonly<Record<string, unknown>>)[MANIFEST_KEY];
  return path.endsWith('.json') ? readJson(path) : readModule(path);
}

const toSentence = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.replace(/\.$/, '') ?? '';

/** Reads a configuration. @throws UsageError that names the file, and what is wrong in it. */
export async function loadConfiguration(path: string): Promise<LoadedConfiguration> {
  const absolute = realpathSync(path);
  const fromHere = relative(process.cwd(), path);
  const label = fromHere.startsWith('..') ? path : fromHere;
  let value: unknown;
  try {
    value = await read(absolute);
  } catch (error) {
    throw new UsageError(`${label} cannot be loaded: ${toSentence(error)}`, { cause: error });
  }
  const folder = dirname(path);
  const mistake = findConfigurationMistake(value, folder);
  if (mistake !== undefined) throw new UsageError(`${label}: ${mistake}`);
  return { configuration: value as Configuration, folder, label };
}
