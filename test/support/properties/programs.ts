import fc from 'fast-check';
import { DECOYS } from './decoys.js';
import { DISPATCH_FORMS } from './dispatch-forms.js';
import { CROSSINGS, receiverOf } from './exports-across-files.js';
import { indent, toMember } from './homes.js';
import type { HomeContext } from './homes.js';
import { IMPORT_FORMS } from './import-forms.js';
import type { ImportForm } from './import-forms.js';
import { layOut, layout } from './layout.js';
import type { Layout } from './layout.js';
import { mark, takeMarks } from './marks.js';
import type { ExpectedFile } from './marks.js';
import { ALL_HOMES, choices, extensionOf, namesFor } from './program-choices.js';
import type { Choices } from './program-choices.js';

/** Some files that belong together. */
export interface Program extends Choices {
  /** With marks, before it is laid out; by the name of the file. */
  readonly templates: Readonly<Record<string, string>>;
}

function specifierOf(name: string, extension: string): string {
  const ending = extension.includes('ts') ? extension.replace('t', 'j').replace('jsx', 'js') : extension;
  return `./${name}${ending}`;
}

function toProgram(chosen: Choices): Program {
  const form = IMPORT_FORMS[chosen.importForm] as ImportForm;
  const names = namesFor(chosen, form);
  const extension = extensionOf(chosen, form);
  const isTypeScript = extension.includes('ts');
  const isTyped = chosen.isTyped && isTypeScript;
  const isAnnotated = isTyped && chosen.isAnnotated;
  const typeName = isAnnotated ? form.typeOf?.(names.library) : undefined;
  const classText = form.classOf(names.library);
  const generics = isTyped && chosen.isGeneric ? '<string, string>' : '';
  const make = `${mark('construct')}new ${classText}${generics}({ filename: 'staves.js' })`;
  const calls: HomeContext['calls'] = (receiver, before) => {
    // A class may have no other method of the name of its constructor.
    const work = before === 'async ' ? toMember(names.work) : names.work;
    const types = isTyped ? [': string', ': readonly string[]'] : ['', ''];
    const context = { receiver, names, isTyped };
    const body = chosen.dispatches.map((key) => DISPATCH_FORMS[key]?.(context) ?? '').join('\n\n');
    return `${before}${work}(${names.item}${types[0]}, ${names.items}${types[1]}) {\n${indent(body)}\n}`;
  };
  const context: HomeContext = {
    make,
    // Within parentheses, as there it is that the class is named.
    classText: classText.replace(/^\(?/, (open) => open + mark('construct')),
    annotate: (before = '', after = '') =>
      typeName ? `: ${before}${mark('type')}${typeName}${generics}${after}` : '',
    isTypeScript,
    names,
    calls,
  };
  const hasJsx = extension === '.jsx' || extension === '.tsx';
  const decoys = chosen.decoys.map((key) => DECOYS[key]?.({ names, hasJsx, isTypeScript }) ?? '');
  const join = (...parts: readonly string[]): string => parts.filter(Boolean).join('\n\n');
  const header = form.header(names.library);
  if (typeof chosen.home === 'string') {
    const text = join(header, ...decoys, ALL_HOMES[chosen.home]?.(context) ?? '');
    return { ...chosen, templates: { [`main${extension}`]: text } };
  }
  const crossing = CROSSINGS[chosen.home.crossing];
  if (!crossing) throw new Error(`no such crossing: ${chosen.home.crossing}`);
  const { accessor } = names;
  const { pool } = names;
  const from = crossing.barrel ? 'barrel' : 'pools';
  const user = join(
    crossing.imported(pool, accessor, specifierOf(from, extension)),
    ...decoys,
    calls(receiverOf(crossing, pool, accessor), 'async function '),
  );
  const barrel = crossing.barrel?.(pool, specifierOf('pools', extension));
  const templates = {
    [`main${extension}`]: user,
    [`pools${extension}`]: join(header, crossing.exported(pool, make)),
    ...(barrel ? { [`barrel${extension}`]: barrel } : {}),
  };
  return { ...chosen, templates };
}

const program: fc.Arbitrary<Program> = choices.map(toProgram);

export interface LaidOutProgram {
  readonly program: Program;
  readonly layout: Layout;
}

export const laidOutProgram: fc.Arbitrary<LaidOutProgram> = fc.record({ program, layout });

/** The files of a program, and what is expected of each. */
export function toFiles({
  program: { templates },
  layout: options,
}: LaidOutProgram): Record<string, ExpectedFile> {
  return Object.fromEntries(
    Object.entries(templates).map(([name, text]) => [name, takeMarks(layOut(text, options))]),
  );
}
