import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

// The package's folder, from here and from where this is compiled to.
const PACKAGE = join(__dirname, '..', '..');
const SCRIPTS = join(PACKAGE, 'dist');
const STYLES = join(PACKAGE, 'transforms');

export interface Asset {
  readonly text: string;
  /** As a content security policy names it. */
  readonly source: string;
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
}

function toAsset(text: string): Asset {
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error('the page has an asset that would end early');
  return { text, source: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
}

/** The modules that an entry needs, itself included, each with the names of those that it requires made its own. */
function collectModules(name: string, modules = new Map<string, string>()): ReadonlyMap<string, string> {
  if (modules.has(name)) return modules;
  const needed: string[] = [];
  const toOwn = (_: string, specifier: string): string => {
    const own = posix.join(posix.dirname(name), specifier);
    needed.push(own);
    return `require(${JSON.stringify(own)})`;
  };
  const text = read(SCRIPTS, name).replace(/\brequire\("(\.{1,2}\/[\w./-]+\.js)"\)/g, toOwn);
  modules.set(name, text);
  for (const own of needed) collectModules(own, modules);
  return modules;
}

/**
 * The script of a page: its modules as the compiler wrote them, and what lets them require each other.
 *
 * @param entry the module that begins, from this package's compiled code
 */
export function createScript(entry: string): Asset {
  const modules = [...collectModules(entry)].map(
    ([name, text]) => `${JSON.stringify(name)}(exports, require) {\n${text}}`,
  );
  return toAsset(`(() => {
const modules = {
${modules.join(',\n')}
};
const loaded = {};
const load = (name) => {
  if (!loaded[name]) modules[name]((loaded[name] = {}), load);
  return loaded[name];
};
load(${JSON.stringify(entry)});
})();
`);
}

/** The style of a page, of these stylesheets in their order. */
export function createStyle(stylesheets: readonly string[]): Asset {
  return toAsset(stylesheets.map((name) => read(STYLES, name)).join(''));
}
