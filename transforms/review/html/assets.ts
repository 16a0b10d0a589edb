import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// The package's folder, from here and from where this is compiled to.
const PACKAGE = join(__dirname, '..', '..', '..');
const SCRIPTS = join(PACKAGE, 'dist', 'review', 'html', 'page');
const STYLES = join(PACKAGE, 'transforms', 'review', 'html', 'page');
const STYLESHEETS = ['colours.css', 'layout.css', 'controls.css', 'files.css', 'lines.css'];
const ENTRY = './main.js';

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

/** The modules that an entry needs, itself included, by the names that they are required by. */
function collectModules(name: string, modules = new Map<string, string>()): ReadonlyMap<string, string> {
  if (modules.has(name)) return modules;
  const text = read(SCRIPTS, name);
  modules.set(name, text);
  for (const [, needed = ''] of text.matchAll(/\brequire\("(\.\/[\w-]+\.js)"\)/g))
    collectModules(needed, modules);
  return modules;
}

/** The page's script: its modules as the compiler wrote them, and what lets them require each other. */
export function createScript(): Asset {
  const modules = [...collectModules(ENTRY)].map(
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
load(${JSON.stringify(ENTRY)});
})();
`);
}

export function createStyle(): Asset {
  return toAsset(STYLESHEETS.map((name) => read(STYLES, name)).join(''));
}
