import fc from 'fast-check';
import { DECOYS } from './decoys.js';
import { DISPATCH_FORMS, LEFT_AS_THEY_ARE } from './dispatch-forms.js';
import { CROSSINGS } from './exports-across-files.js';
import { HOMES } from './homes.js';
import { IMPORT_FORMS } from './import-forms.js';
import type { ImportForm } from './import-forms.js';
import { names as anyNames, withoutName } from './names.js';
import type { Names } from './names.js';
import { RARE_HOMES } from './rare-homes.js';

const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  esm: ['.js', '.mjs', '.jsx', '.ts', '.mts', '.cts', '.tsx'],
  awaited: ['.js', '.mjs', '.jsx', '.ts', '.mts', '.tsx'],
  cjs: ['.js', '.cjs', '.jsx', '.ts', '.cts'],
  equals: ['.ts', '.cts'],
};

export const ALL_HOMES = { ...HOMES, ...RARE_HOMES };

const keys = (table: object): fc.Arbitrary<string> => fc.constantFrom(...Object.keys(table));

const anyChoices = fc.record({
  importForm: keys(IMPORT_FORMS),
  home: fc.oneof(
    { weight: 3, arbitrary: keys(ALL_HOMES) },
    { weight: 1, arbitrary: fc.record({ crossing: keys(CROSSINGS) }) },
  ),
  dispatches: fc
    .uniqueArray(keys(DISPATCH_FORMS), { minLength: 1, maxLength: 4 })
    .filter((forms) => !forms.every((form) => LEFT_AS_THEY_ARE.includes(form))),
  decoys: fc.uniqueArray(keys(DECOYS), { maxLength: 3 }),
  extension: fc.nat(),
  isTyped: fc.boolean(),
  isAnnotated: fc.boolean(),
  isGeneric: fc.boolean(),
  names: anyNames,
});

/** What a program is made of; each word is a key of a table. */
export type Choices = typeof anyChoices extends fc.Arbitrary<infer T> ? T : never;

export function namesFor({ names }: Choices, { isNamed }: ImportForm): Names {
  return isNamed ? { ...withoutName(names, 'Piscina'), library: 'Piscina' } : names;
}

/** One of the extensions that the language of a program allows. */
export function extensionOf({ extension, home }: Choices, form: ImportForm): string {
  const language = form.header('').includes('await') ? 'awaited' : form.module;
  // TypeScript does not know CommonJS exports.
  const isApart = language === 'cjs' && typeof home !== 'string';
  const allowed = (EXTENSIONS[language] ?? []).filter((name) => !isApart || !name.includes('ts'));
  return allowed[extension % allowed.length] ?? '.js';
}

/** Whether what was chosen can be said in one language: `exports` and `import` do not mix. */
function fitsTogether({ importForm, home }: Choices): boolean {
  if (typeof home === 'string') return true;
  const module = IMPORT_FORMS[importForm]?.module;
  return CROSSINGS[home.crossing]?.module === (module === 'equals' ? 'esm' : module);
}

export const choices: fc.Arbitrary<Choices> = anyChoices.filter(fitsTogether);
