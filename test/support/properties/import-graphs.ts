import fc from 'fast-check';

/** How a module of a graph comes by the `pool` that it exports; `from` is another module, or itself. */
interface Node {
  readonly form: string;
  readonly from: number;
  /** The module whose `pool` is called in this one. */
  readonly called: number;
}

export interface ImportGraph {
  readonly module: 'mjs' | 'cjs';
  readonly nodes: readonly Node[];
}

type Write = (from: string) => string;

const MADE = "new Piscina({ filename: 'hoop.js' });";

const FORMS: Readonly<Record<ImportGraph['module'], Readonly<Record<string, Write>>>> = {
  mjs: {
    made: () => `import { Piscina } from 'piscina';\nexport const pool = ${MADE}`,
    stranger: () => 'export const pool = { run: () => 1 }; // not piscina',
    missing: () => "export { pool } from './missing.mjs';",
    passed: (from) => `export { pool } from '${from}';`,
    star: (from) => `export * from '${from}';\nexport * from './missing.mjs';`,
    imported: (from) => `import { pool as other } from '${from}';\nexport { other as pool };`,
    assigned: (from) => `import * as all from '${from}';\nexport const pool = all.pool;`,
  },
  cjs: {
    made: () => `const { Piscina } = require('piscina');\nexports.pool = ${MADE}`,
    stranger: () => 'exports.pool = { run: () => 1 }; // not piscina',
    missing: () => "exports.pool = require('./missing.cjs').pool;",
    passed: (from) => `exports.pool = require('${from}').pool;`,
    star: (from) => `module.exports = require('${from}');`,
    imported: (from) => `const { pool } = require('${from}');\nmodule.exports = { pool };`,
    assigned: (from) => `const all = require('${from}');\nmodule.exports = { pool: all.pool };`,
  },
};

const ENDS = ['made', 'stranger', 'missing'];

export const importGraph: fc.Arbitrary<ImportGraph> = fc
  .constantFrom('mjs' as const, 'cjs' as const)
  .chain((module) =>
    fc.record({
      module: fc.constant(module),
      nodes: fc.array(
        fc.record({
          form: fc.constantFrom(...Object.keys(FORMS[module])),
          from: fc.nat(7),
          called: fc.nat(7),
        }),
        { minLength: 1, maxLength: 7 },
      ),
    }),
  );

/** What the `pool` of a module is in the end; `cycle` where it comes out of nothing but itself. */
function endOf({ nodes }: ImportGraph, start: number): string {
  const seen = new Set<number>();
  let at = start;
  for (;;) {
    const node = nodes[at];
    if (!node || seen.has(at)) return 'cycle';
    if (ENDS.includes(node.form)) return node.form;
    seen.add(at);
    at = node.from % nodes.length;
  }
}

export interface GraphFile {
  readonly text: string;
  /** What the call in this file is made on. */
  readonly end: string;
}

/** The files of a graph, by name: a module and a caller for each node. */
export function toGraphFiles(graph: ImportGraph): Record<string, GraphFile> {
  const { module, nodes } = graph;
  const files: Record<string, GraphFile> = {};
  nodes.forEach(({ form, from, called }, index) => {
    const nameOf = (target: number): string => `./module${target % nodes.length}.${module}`;
    files[`module${index}.${module}`] = { text: `${FORMS[module][form]?.(nameOf(from)) ?? ''}\n`, end: '' };
    const imported =
      module === 'mjs'
        ? `import { pool } from '${nameOf(called)}';`
        : `const { pool } = require('${nameOf(called)}');`;
    const text = `// calls piscina\n${imported}\nvoid pool.run(1);\n`;
    files[`caller${index}.${module}`] = { text, end: endOf(graph, called % nodes.length) };
  });
  return files;
}
