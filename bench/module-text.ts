/** A module of the generated tree, as far as its text depends on it. */
export interface Module {
  /** Its name in PascalCase: `InvoiceLedger3`. */
  readonly name: string;
  readonly extension: 'ts' | 'tsx' | 'js' | 'cjs';
  /** The modules that it imports: their names, and the specifiers that lead to them. */
  readonly imports: readonly { readonly name: string; readonly specifier: string }[];
  /** Whether it builds a pool and exports it. */
  readonly hasPool: boolean;
  /** The names of those imports whose pools it runs tasks on. */
  readonly runs: readonly string[];
}

const TYPICAL_CHARACTERS = 2400;

const HEADER = `/**
 * Copyright the authors of the example. Licensed under the terms in LICENSE.
 */
`;

function importLines({ imports, extension, hasPool }: Module): string {
  const lines = imports.map(({ name, specifier }) =>
    extension === 'cjs'
      ? `const { ${name} } = require('${specifier}');`
      : `import { ${name} } from '${specifier}';`,
  );
  if (hasPool) lines.unshift(`import Piscina from 'piscina';`);
  return lines.map((line) => `${line}\n`).join('');
}

/** One of many like it: a method as applications have them, with loops, strings and calls. */
function method(module: Module, index: number, isTyped: boolean): string {
  const used = module.imports[index % Math.max(module.imports.length, 1)]?.name ?? 'Map';
  const type = (text: string): string => (isTyped ? `: ${text}` : '');
  return `
  /** Collects what the step ${index} of ${module.name} needs, page by page. */
  async collect${index}(pages${type('number')}, label${type('string')} = 'step-${index}')${type('Promise<string[]>')} {
    const rows${type('string[]')} = [];
    for (let page = 0; page < pages; page += 1) {
      const key = \`\${label}/\${page % ${index + 2}}\`;
      if (this.seen.has(key)) continue;
      this.seen.set(key, new Date().toISOString());
      rows.push(await this.load(key, { retries: ${index}, source: '${used}' }));
    }
    if (rows.length > ${index * 10}) throw new Error(\`too many rows for \${label}: \${rows.length}\`);
    return rows.filter((row) => row !== '').map((row, at) => \`\${at}: \${row.trim()}\`);
  }
`;
}

function poolMembers({ name, hasPool, runs }: Module): string {
  const own = hasPool ? [`  ownTask = () => pool${name}.run({ name: '${name}' });\n`] : [];
  const others = runs.map((other, at) => `  task${at} = () => ${other}.pool.run({ name: '${name}' });\n`);
  return [...own, ...others].join('');
}

/** The text of a module that only passes on what it imports. */
export function formatBarrel({ imports }: Pick<Module, 'imports'>): string {
  return imports.map(({ name, specifier }) => `export { ${name} } from '${specifier}';\n`).join('');
}

/** The text of a module of about 3 kB. */
export function formatModule(module: Module): string {
  const { name, extension, hasPool, imports } = module;
  const isTyped = extension === 'ts' || extension === 'tsx';
  const isCommonJs = extension === 'cjs';
  const pool = hasPool
    ? `\nconst pool${name} = new Piscina({ filename: new URL('./worker.js', import.meta.url).href });\n`
    : '';
  const heads = isTyped
    ? `\nexport interface ${name}Options {\n  readonly retries: number;\n  readonly source: string;\n}\n`
    : '';
  const start = `
${isCommonJs ? '' : 'export '}class ${name} {
${hasPool ? `  static pool = pool${name};\n` : ''}${poolMembers(module)}  seen = new Map${isTyped ? '<string, string>' : ''}();

  load(key${isTyped ? ': string' : ''}, options${isTyped ? `: ${name}Options` : ''}) {
    return Promise.resolve(key.repeat(options.retries));
  }
`;
  const view =
    extension === 'tsx'
      ? `\nexport function ${name}View({ rows }: { rows: string[] }) {\n  return <ul>{rows.map((row) => <li key={row}>{row}</li>)}</ul>;\n}\n`
      : '';
  const uses = imports.map((other) => `  ${other.name}: new ${other.name}(),\n`).join('');
  const table = `\n${isCommonJs ? '' : 'export '}const parts${name} = {\n${uses}};\n`;
  const end = `}\n${view}${table}${isCommonJs ? `\nmodule.exports = { ${name}, parts${name} };\n` : ''}`;
  let text = HEADER + importLines(module) + pool + heads + start;
  for (let index = 1; text.length + end.length < TYPICAL_CHARACTERS; index += 1)
    text += method(module, index, isTyped);
  return text + end;
}
