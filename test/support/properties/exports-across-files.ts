import type { Receiver } from './dispatch-forms.js';

/** How a pool gets from the file that makes it into the one that calls it. */
export interface Crossing {
  readonly module: 'esm' | 'cjs';
  /** After the declaration of the pool, or in its place. */
  readonly exported: (name: string, make: string) => string;
  /** A file between the two. */
  readonly barrel?: (name: string, specifier: string) => string;
  readonly imported: (name: string, local: string, specifier: string) => string;
  readonly receiver?: (name: string, local: string) => string;
}

const named = (name: string, local: string, specifier: string): string =>
  `import { ${name} as ${local} } from '${specifier}';`;
const byDefault = (_: string, local: string, specifier: string): string =>
  `import ${local} from '${specifier}';`;
const required = (name: string, local: string, specifier: string): string =>
  `const { ${name}: ${local} } = require('${specifier}');`;
const exportedConst = (name: string, make: string): string => `export const ${name} = ${make};`;
const member = (name: string, local: string): string => `${local}.${name}`;

export const CROSSINGS: Readonly<Record<string, Crossing>> = {
  'named export': { module: 'esm', exported: exportedConst, imported: named },
  'export list': {
    module: 'esm',
    exported: (name, make) => `const stock = ${make};\n\nexport { stock as ${name} };`,
    imported: named,
  },
  'default export': { module: 'esm', exported: (_, make) => `export default ${make};`, imported: byDefault },
  'namespace of a file': {
    module: 'esm',
    exported: exportedConst,
    imported: (_, local, specifier) => `import * as ${local} from '${specifier}';`,
    receiver: member,
  },
  're-export': {
    module: 'esm',
    exported: exportedConst,
    barrel: (name, specifier) => `export { ${name} } from '${specifier}';`,
    imported: named,
  },
  'renamed re-export': {
    module: 'esm',
    exported: exportedConst,
    barrel: (name, specifier) => `export { ${name} as default } from '${specifier}';`,
    imported: byDefault,
  },
  'export star': {
    module: 'esm',
    exported: exportedConst,
    barrel: (_, specifier) => `export * from '${specifier}';\nexport * from './missing.js';`,
    imported: named,
  },
  'export star as': {
    module: 'esm',
    exported: exportedConst,
    barrel: (_, specifier) => `export * as stock from '${specifier}';`,
    imported: (_, local, specifier) => `import { stock as ${local} } from '${specifier}';`,
    receiver: member,
  },
  'imported and exported': {
    module: 'esm',
    exported: (_, make) => `export default ${make};`,
    barrel: (name, specifier) => `import stock from '${specifier}';\n\nexport const ${name} = stock;`,
    imported: named,
  },
  'exports member': {
    module: 'cjs',
    exported: (name, make) => `exports.${name} = ${make};`,
    imported: required,
  },
  'module.exports': {
    module: 'cjs',
    exported: (_, make) => `module.exports = ${make};`,
    imported: (_, local, specifier) => `const ${local} = require('${specifier}');`,
  },
  'module.exports object': {
    module: 'cjs',
    exported: (name, make) => `const stock = ${make};\n\nmodule.exports = { ${name}: stock };`,
    barrel: (_, specifier) => `module.exports = require('${specifier}');`,
    imported: required,
  },
  'required namespace': {
    module: 'cjs',
    exported: (name, make) => `module.exports.${name} = ${make};`,
    imported: (_, local, specifier) => `const ${local} = require('${specifier}');`,
    receiver: member,
  },
};

export function receiverOf({ receiver }: Crossing, name: string, local: string): Receiver {
  return { text: receiver?.(name, local) ?? local, isConstant: true };
}
