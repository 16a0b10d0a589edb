import fc from 'fast-check';
import type { Receiver } from './dispatch-forms.js';
import { HOMES, indent, toMember } from './homes.js';
import type { HomeContext } from './homes.js';
import { layOut, layout } from './layout.js';
import { mark, takeMarks } from './marks.js';
import type { ExpectedFile } from './marks.js';
import { names as anyNames } from './names.js';
import { JOB_FORMS, QUEUE_DECOYS, QUEUE_FORMS } from './queue-forms.js';
import type { QueueForm } from './queue-forms.js';
import { RARE_HOMES } from './rare-homes.js';

const ALL_HOMES = { ...HOMES, ...RARE_HOMES };
/** A queue's subclass is a matter of its own. */
const SUBCLASSES: ReadonlySet<string> = new Set(['subclass', 'class expression']);
const QUEUE_HOMES = Object.keys(ALL_HOMES).filter((name) => !SUBCLASSES.has(name));

const choices = fc.record({
  library: fc.constantFrom(...Object.keys(QUEUE_FORMS)),
  home: fc.constantFrom(...QUEUE_HOMES),
  calls: fc.array(fc.record({ form: fc.nat(), job: fc.constantFrom(...JOB_FORMS) }), {
    minLength: 1,
    maxLength: 3,
  }),
  decoys: fc.uniqueArray(fc.constantFrom(...QUEUE_DECOYS), { maxLength: 3 }),
  extension: fc.constantFrom('.mjs', '.js', '.cjs', '.ts'),
  names: anyNames,
  layout,
});

export interface QueueProgram {
  readonly name: string;
  readonly file: ExpectedFile;
}

/** A file with one queue, its calls, and what is expected of it; `name` tells what it is made of. */
export const queueProgram: fc.Arbitrary<QueueProgram> = choices.map((chosen) => {
  const form = QUEUE_FORMS[chosen.library] as QueueForm;
  const { names, extension } = chosen;
  const makeCalls = ({ text }: Receiver, before: string): string => {
    const work = before === 'async ' ? toMember(names.work) : names.work;
    const statements = chosen.calls.map(({ form: index, job }) => {
      const call = form.calls[index % form.calls.length] as QueueForm['calls'][number];
      const given = form.takesItems ? names.item : job(names.item);
      return `void ${mark(form.takesItems ? 'pushed' : 'bind')}${call(text, given)};`;
    });
    return `${before}${work}(${names.item}, ${names.items}) {\n${indent(statements.join('\n\n'))}\n}`;
  };
  const context: HomeContext = {
    make: form.make(names.library),
    classText: names.library,
    annotate: () => '',
    isTypeScript: extension === '.ts',
    names,
    calls: makeCalls,
  };
  const header = extension === '.cjs' ? form.cjs(names.library) : form.esm(names.library);
  const decoys = chosen.decoys.map((decoy) => decoy(names.pool));
  const text = [header, ...decoys, ALL_HOMES[chosen.home]?.(context) ?? ''].join('\n\n');
  return {
    name: `${chosen.library}, ${chosen.home}${extension}`,
    file: takeMarks(layOut(text, chosen.layout)),
  };
});
