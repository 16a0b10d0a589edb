import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { SourceText } from '../source-text.js';
import type { Span } from '../edits/text-spans.js';

const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

export interface DependencyQuery {
  readonly name: string;
  readonly range: string;
  /** The packages in whose section the new one belongs, if one of them is there. */
  readonly beside: readonly string[];
}

/** Whether a package.json is that of a package, and not one that only tells Node how to load a folder. */
function describesPackage(path: string): boolean {
  const text = readFileSync(path, 'utf8');
  return /"(?:name|workspaces|\w*[dD]ependencies)"\s*:/.test(text) || !/^\s*\{\s*"type"/.test(text);
}

/** The package.json in a folder, or the nearest one above it in the same repository; `undefined` where there is none. */
export function findManifest(folder: string): string | undefined {
  const path = join(folder, 'package.json');
  if (existsSync(path) && describesPackage(path)) return path;
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, '.git')) ? undefined : findManifest(parent);
}

function parseManifest(text: string): Node {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  const [error] = errors;
  if (error || tree?.type !== 'object') {
    const { line, column } = new SourceText(text).positionAt(error?.offset ?? 0);
    const what = error ? printParseErrorCode(error.error) : 'not an object';
    throw new Error(`is not valid JSON: ${what} (line ${line}, column ${column})`);
  }
  return tree;
}

function keyOf(property: Node): string {
  return String(property.children?.[0]?.value);
}

function isSorted(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || (names[index - 1] ?? '') <= name);
}

/** The property after which the new one goes; `undefined` for the first place. */
function predecessor(properties: readonly Node[], { name, beside }: DependencyQuery): Node | undefined {
  if (isSorted(properties.map(keyOf))) return properties.findLast((property) => keyOf(property) < name);
  return properties.find((property) => beside.includes(keyOf(property))) ?? properties.at(-1);
}

/** What stands between the opening brace of an object and its first property, line end and indentation included. */
function leadIn(text: string, object: Node): string {
  const [first] = object.children ?? [];
  return first ? text.slice(object.offset + 1, first.offset) : '';
}

/** What stands between key and value in a list of properties. */
function colonOf(text: string, [first]: readonly Node[]): string {
  const [key, value] = first?.children ?? [];
  return key && value ? text.slice(key.offset + key.length, value.offset) : ': ';
}

function insertProperty(text: string, object: Node, after: Node | undefined, property: string): Span {
  const separator = leadIn(text, object);
  if (after) {
    const end = after.offset + after.length;
    return { start: end, end, text: `,${separator}${property}` };
  }
  const start = object.offset + 1;
  const [first] = object.children ?? [];
  return first
    ? { start, end: start, text: `${separator}${property},` }
    : { start: object.offset, end: object.offset + object.length, text: `{ ${property} }` };
}

/** A section that is missing or empty, in the way the manifest is written. */
function insertSection(text: string, tree: Node, property: string): Span {
  const unit = leadIn(text, tree);
  const isOneLine = !unit.includes('\n');
  const indentation = unit.slice(unit.lastIndexOf('\n') + 1);
  const body = isOneLine ? `{ ${property} }` : `{${unit}${indentation}${property}${unit}}`;
  const empty = findNodeAtLocation(tree, ['dependencies']);
  if (empty) return { start: empty.offset, end: empty.offset + empty.length, text: body };
  const properties = tree.children ?? [];
  const before = properties.findIndex((candidate) =>
    /^(dev|peer|optional)Dependencies$/.test(keyOf(candidate)),
  );
  const after = before === -1 ? properties.at(-1) : properties[before - 1];
  return insertProperty(text, tree, after, `"dependencies": ${body}`);
}

/** The range that a package.json asks for, in any section; `undefined` where it does not name the package. */
export function findRange(text: string, name: string): string | undefined {
  const tree = parseManifest(text);
  return SECTIONS.map((section) => findNodeAtLocation(tree, [section, name])?.value as unknown).find(
    (range): range is string => typeof range === 'string',
  );
}

/** A package under another name: https://docs.npmjs.com/cli/using-npm/package-spec#aliases. */
export function toAliasRange(name: string, range: string): string {
  if (range.startsWith('workspace:')) return `workspace:${name}@${range.slice('workspace:'.length)}`;
  return /^(?:[a-z+]+:|[\w.-]+\/[\w.-]+)/.test(range) ? range : `npm:${name}@${range}`;
}

/**
 * The span that adds a dependency to a package.json, in the section that has one of the `beside` packages, else in
 * `dependencies`; indentation, line ends and order stay. `undefined` where the dependency is there already.
 *
 * @throws Error with the place where the text is not valid JSON.
 */
export function dependencyEdit(text: string, query: DependencyQuery): Span | undefined {
  const tree = parseManifest(text);
  const sections = SECTIONS.flatMap((name) => findNodeAtLocation(tree, [name]) ?? []);
  const has = (section: Node, names: readonly string[]): boolean =>
    (section.children ?? []).some((property) => names.includes(keyOf(property)));
  if (sections.some((section) => has(section, [query.name]))) return undefined;
  const peers = findNodeAtLocation(tree, ['peerDependencies']);
  const beside = sections.find((section) => section !== peers && has(section, query.beside));
  // A peer that is installed for development is the library's users' to install, and needs ours at their place.
  const isPeer = peers !== undefined && has(peers, query.beside);
  const isForDevelopment = beside !== undefined && beside === findNodeAtLocation(tree, ['devDependencies']);
  const section =
    beside && !(isPeer && isForDevelopment) ? beside : findNodeAtLocation(tree, ['dependencies']);
  const properties = section?.children ?? [];
  const property = `${JSON.stringify(query.name)}${colonOf(text, properties)}${JSON.stringify(query.range)}`;
  if (!section || properties.length === 0) return insertSection(text, tree, property);
  return insertProperty(text, section, predecessor(properties, query), property);
}
