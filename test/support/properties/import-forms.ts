import { mark } from './marks.js';

/** How a program comes by the class; `library` is the name that it gives to it. */
export interface ImportForm {
  readonly module: 'esm' | 'cjs' | 'equals';
  /** Whether the name has to be the library's own. */
  readonly isNamed?: boolean;
  header(library: string): string;
  /** What `new` is called with. */
  classOf(library: string): string;
  /** What an annotation says; none where there is no type of that name. */
  typeOf?(library: string): string;
}

const itself = (library: string): string => library;
const member = (library: string): string => `${library}.Piscina`;

function esm(clause: (library: string) => string, name = itself, isNamed = false): ImportForm {
  const header = (library: string): string => `${mark('import')}import ${clause(library)} from 'piscina';`;
  return { module: 'esm', header, classOf: name, typeOf: name, isNamed };
}

function declared(
  module: 'esm' | 'cjs',
  pattern: (library: string) => string,
  value: string,
  classOf = itself,
): ImportForm {
  const header = (library: string): string => `${mark('import')}const ${pattern(library)} = ${value};`;
  return { module, header, classOf, isNamed: pattern('') === '{ Piscina }' };
}

const REQUIRE = "require('piscina')";
const IMPORT = "await import('piscina')";

export const IMPORT_FORMS: Readonly<Record<string, ImportForm>> = {
  default: esm((library) => library),
  named: esm(() => '{ Piscina }', itself, true),
  aliased: esm((library) => `{ Piscina as ${library} }`),
  'named default': esm((library) => `{ default as ${library} }`),
  'trailing comma': esm((library) => `{\n  Piscina as ${library},\n}`),
  'beside another': esm((library) => `${library}, { move as shift }`),
  namespace: esm((library) => `* as ${library}`, member),
  'default of a namespace': esm(
    (library) => `* as ${library}`,
    (library) => `${library}.default`,
  ),
  require: declared('cjs', itself, REQUIRE),
  'required member': declared('cjs', itself, `${REQUIRE}.Piscina`),
  'required default': declared('cjs', itself, `${REQUIRE}.default`),
  'required namespace': declared('cjs', itself, REQUIRE, member),
  destructured: declared('cjs', () => '{ Piscina }', REQUIRE),
  'destructured alias': declared('cjs', (library) => `{ Piscina: ${library} }`, REQUIRE),
  'destructured beside another': declared(
    'cjs',
    (library) => `{ move: shift, Piscina: ${library} }`,
    REQUIRE,
  ),
  'inline require': { module: 'cjs', header: () => '', classOf: () => `(${REQUIRE})` },
  'inline member': { module: 'cjs', header: () => '', classOf: () => `(${REQUIRE}.Piscina)` },
  'awaited import': declared('esm', (library) => `{ Piscina: ${library} }`, IMPORT),
  'awaited default': declared('esm', (library) => `{ default: ${library} }`, IMPORT),
  'awaited namespace': declared('esm', itself, IMPORT, member),
  equals: {
    module: 'equals',
    header: (library) => `${mark('import')}import ${library} = ${REQUIRE};`,
    classOf: itself,
    typeOf: itself,
  },
};
