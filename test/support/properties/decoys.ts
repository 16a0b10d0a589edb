import { mark } from './marks.js';
import type { Names } from './names.js';

export interface DecoyContext {
  readonly names: Names;
  readonly hasJsx: boolean;
  readonly isTypeScript: boolean;
}

/** A statement at the top of a module with nothing in it that is to be rewritten. */
export type Decoy = (context: DecoyContext) => string;

/** All of it has to stay as it is, to the byte; what is marked is reported. */
export const DECOYS: Readonly<Record<string, Decoy>> = {
  'object with a run': () => "void { run: (value) => value }.run('oak');",
  'constant with a run': () => 'const rover = { run: () => 1 };\n\nvoid rover.run();',
  'shadowing local': ({ names: { pool } }) =>
    `void (() => {\n  const ${pool} = { run: () => 1 };\n  return ${pool}.run();\n});`,
  'shadowing local class': ({ names: { library } }) =>
    `void (() => {\n  class ${library} {\n    run() {\n      return this.run();\n    }\n  }\n  return new ${library}().run();\n});`,
  'own Piscina': () =>
    'void (() => {\n  class Piscina {\n    run() {}\n  }\n  return new Piscina().run();\n});',
  'shadowing parameter': ({ names: { pool } }) => `void ((${pool} = { run: () => 1 }) => ${pool}.run());`,
  text: ({ names: { pool, library } }) =>
    `void 'new ${library}() ${pool}.run(1) piscina';\nvoid \`\${1} ${pool}.run(1) new Piscina()\`;`,
  comment: ({ names: { pool } }) => `/* ${pool}.run(1) */ void 0; // new Piscina().run()`,
  'regular expression': () => 'void /new Piscina\\(\\)\\.run\\(\\)|piscina/u;',
  'other module': () => "void fetch('piscina').then((answer) => answer.text());",
  'method of that name': () => 'void class {\n  run() {\n    return this.run();\n  }\n};',
  label: () => 'run: for (const Piscinas of []) {\n  void Piscinas;\n  continue run;\n}',
  'unknown parameter': ({ isTypeScript }) =>
    `void ((unknown${isTypeScript ? ': any' : ''}) => ${mark('unproven')}unknown.run(1));`,
  'pool by its type alone': ({ isTypeScript }) =>
    isTypeScript ? `void ((given: import('piscina').Piscina) => ${mark('kept')}given.run(1));` : 'void 0;',
  'type of the method': ({ isTypeScript }) =>
    isTypeScript ? "export type Run = import('piscina').Piscina['run'];" : 'void 0;',
  'property of that name': () => 'void { Piscina: class {}, run: 1, piscina: 2 };',
  'console time': () => "console.log('run', { run: 'piscina' }.run);",
  element: ({ hasJsx, names: { pool } }) =>
    hasJsx
      ? `void (() => (\n  <piscina run="run" Piscina={1}>\n    {1} ${pool}.run(1)\n  </piscina>\n));`
      : 'void 0;',
};
