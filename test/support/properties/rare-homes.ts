import { called, constant } from './dispatch-forms.js';
import { indent, toMember } from './homes.js';
import type { Home } from './homes.js';

/** Rarer places for a pool to live in. */
export const RARE_HOMES: Readonly<Record<string, Home>> = {
  subclass: (context) => {
    const { holder, pool } = context.names;
    const declaration = `class ${holder} extends ${context.classText} {\n  size = 1;\n}`;
    const made = `const ${pool} = new ${holder}({ filename: 'staves.js' });`;
    return `${declaration}\n\n${made}\n\n${context.calls(constant(pool), 'async function ')}`;
  },
  'class expression': (context) => {
    const { holder, pool } = context.names;
    const declaration = `const ${holder} = class extends ${context.classText} {};`;
    return `${declaration}\n\nconst ${pool} = new ${holder}();\n\n${context.calls(constant(pool), 'async function ')}`;
  },
  'argument of a function': (context) => {
    const { holder, accessor, work } = context.names;
    const made = `const ${holder} = ${context.make};`;
    const calls = context.calls(constant(accessor), 'async function ');
    const call = `void ${work}(${holder}, 'oak', ['oak']);`;
    return `${made}\n\n${calls.replace('(', `(${accessor}${context.annotate()}, `)}\n\n${call}`;
  },
  'local of a function': ({ make, annotate, names: { holder, pool }, calls }) => {
    const declaration = `const ${pool}${annotate()} = ${make};`;
    const inner = calls(constant(pool), 'async function ');
    return `function ${holder}() {\n${indent(`${declaration}\n\nreturn ${inner};`)}\n}\n\nvoid ${holder};`;
  },
  'static block': ({ make, annotate, names: { holder, pool }, calls }) => {
    const name = toMember(pool);
    const field = `static ${name}${annotate()};`;
    const block = `static {\n  this.${name} = ${make};\n}`;
    const body = [field, block, calls(constant(`${holder}.${name}`), 'async ')].join('\n\n');
    return `class ${holder} {\n${indent(body)}\n}\n\nvoid ${holder};`;
  },
  'private static field': ({ make, annotate, names: { holder, pool }, calls }) => {
    const field = `static #${toMember(pool)}${annotate()} = ${make};`;
    const body = [field, calls(constant(`${holder}.#${toMember(pool)}`), 'async ')].join('\n\n');
    return `class ${holder} {\n${indent(body)}\n}\n\nvoid ${holder};`;
  },
  'function called at once': ({ make, names: { pool }, calls }) =>
    `const ${pool} = (() => {\n  return ${make};\n})();\n\n${calls(constant(pool), 'async function ')}`,
  'null at first': ({ make, annotate, names: { pool }, calls }) =>
    `let ${pool}${annotate('', ' | null')} = null;\n\n${pool} = ${make};\n\n${calls(constant(pool), 'async function ')}`,
  'assigned by ||': ({ make, names: { pool }, calls }) =>
    `var ${pool};\n\n${pool} = ${pool} || ${make};\n\n${calls(constant(pool), 'async function ')}`,
  'in parentheses': ({ make, names: { pool }, calls }) =>
    `const ${pool} = ((${make}));\n\n${calls(constant(pool), 'async function ')}`,
  'assigned twice': ({ make, names: { pool, accessor }, calls }) =>
    `let ${pool};\n\nconst ${accessor} = (${pool} = ${make});\n\n${calls(constant(accessor), 'async function ')}`,
  'entry of a map': ({ make, names: { holder }, calls }) =>
    `const ${holder} = new Map();\n\n${holder}.set('oak', ${make});\n\n${calls(called(`${holder}.get('oak')`), 'async function ')}`,
  'getter of an object': ({ make, names: { holder, pool, accessor }, calls }) => {
    const getter = `get ${accessor}() {\n  return ${pool};\n}`;
    return `const ${pool} = ${make};\n\nconst ${holder} = {\n${indent(getter)},\n};\n\n${calls(constant(`${holder}.${accessor}`), 'async function ')}`;
  },
  'method of an object': ({ make, names: { holder, accessor }, calls }) => {
    const method = `async ${accessor}() {\n  return ${make};\n}`;
    return `const ${holder} = {\n${indent(method)},\n};\n\n${calls(called(`(await ${holder}.${accessor}())`), 'async function ')}`;
  },
  'default of a pattern': ({ make, names: { pool }, calls }) =>
    `const [${pool}] = [${make}];\n\n${calls(constant(pool), 'async function ')}`,
  'field of an instance': ({ make, annotate, names: { holder, pool, accessor }, calls }) => {
    const declaration = `class ${holder} {\n  ${toMember(pool)}${annotate()} = ${make};\n}`;
    const instance = `const ${accessor} = new ${holder}();`;
    return `${declaration}\n\n${instance}\n\n${calls(constant(`${accessor}.${toMember(pool)}`), 'async function ')}`;
  },
  'inherited field': ({ make, annotate, names: { holder, pool, accessor }, calls }) => {
    const declaration = `class ${holder} {\n  ${toMember(pool)}${annotate()} = ${make};\n}`;
    const body = calls(constant(`this.${toMember(pool)}`), 'async ');
    return `${declaration}\n\nclass ${accessor} extends ${holder} {\n${indent(body)}\n}\n\nvoid ${accessor};`;
  },
  'argument of a constructor': ({ make, annotate, isTypeScript, names: { holder, pool }, calls }) => {
    const name = toMember(pool);
    const field = isTypeScript ? `${name}${annotate()};\n\n` : '';
    const constructor = `constructor(${pool}${annotate()}) {\n  this.${name} = ${pool};\n}`;
    const body = `${field}${constructor}\n\n${calls(constant(`this.${name}`), 'async ')}`;
    return `class ${holder} {\n${indent(body)}\n}\n\nvoid new ${holder}(${make});`;
  },
  'destructured argument': ({ make, names: { holder, work, pool }, calls }) => {
    const inner = calls(constant(pool), 'async function ').replace('(', `({ ${pool} }, `);
    return `const ${holder} = ${make};\n\n${inner}\n\nvoid ${work}({ ${pool}: ${holder} }, 'oak', ['oak']);`;
  },
  'memoised in a closure': ({ make, names: { accessor, pool }, calls }) => {
    const closure = `const ${accessor} = (() => {\n  let ${pool};\n  return () => (${pool} ??= ${make});\n})();`;
    return `${closure}\n\n${calls(called(`${accessor}()`), 'async function ')}`;
  },
};
