import { mark } from './marks.js';
import type { Names } from './names.js';

/** What a call is made on. */
export interface Receiver {
  readonly text: string;
  /** Whether it may be evaluated once instead of once an item. */
  readonly isConstant: boolean;
}

export const constant = (text: string): Receiver => ({ text, isConstant: true });
export const called = (text: string): Receiver => ({ text, isConstant: false });

export interface DispatchContext {
  readonly receiver: Receiver;
  readonly names: Names;
  /** Whether parameters and variables have types. */
  readonly isTyped: boolean;
}

/** One statement in an async function, whose parameters are an item and items. */
export type DispatchForm = (context: DispatchContext) => string;

const on = (before: string, after: string): DispatchForm => {
  return ({ receiver, names: { item } }) =>
    `${before}${mark('submit')}${receiver.text}${after.replaceAll('ITEM', item)}`;
};

/** `Promise.all(ITEMS.map(CALLBACK))`: one call of `map` where it is known to be an array, and all is constant. */
const all = (
  itemsOf: (context: DispatchContext) => string,
  callback: (element: string, call: string) => string,
  options = '',
): DispatchForm => {
  return (context) => {
    const { receiver, names } = context;
    const items = itemsOf(context);
    const isArray = context.isTyped || items.startsWith('[');
    const decision = isArray && receiver.isConstant && !options.includes('/*') ? 'map' : 'submit';
    const call = `${mark(decision)}${receiver.text}.run(${names.element}${options})`;
    return `await Promise.all(${items}.map(${callback(names.element, call)}));`;
  };
};

const parameter = ({ names: { items } }: DispatchContext): string => items;
const literal = ({ names: { item } }: DispatchContext): string => `[${item}, 'stave']`;
const arrow = (element: string, call: string): string => `async (${element}) => ${call}`;
const bare = (element: string, call: string): string => `(${element}) => {\n  return (${call});\n}`;

/** All the ways to call a pool; what is marked is what is expected. */
export const DISPATCH_FORMS: Readonly<Record<string, DispatchForm>> = {
  await: on('await ', '.run(ITEM);'),
  return: on('if (Date.now() > 1) return ', '.run(ITEM);'),
  then: on('void ', '.run(ITEM).then(() => undefined, () => undefined);'),
  void: on('void ', '.run(ITEM);'),
  'optional chaining': on('await ', '?.run(ITEM);'),
  'optional call': on('await ', '.run?.(ITEM);'),
  options: on('await ', ".run(ITEM, { name: 'plane', transferList: [] });"),
  comments: on('await ', '.run(/* the task */ ITEM, { name: `run` } /* and options */,);'),
  'several lines': on(
    'await ',
    '\n  .run(\n    ITEM, // run(ITEM)\n    { name: undefined },\n  )\n  .catch(String);',
  ),
  'comment before the name': on('await ', './* why */run /* not */ (ITEM);'),
  template: on('String(`${await ', '.run(ITEM)} run(ITEM)`);'),
  spread: on('void [...(await ', '.run(ITEM))];'),
  condition: on('if (await ', ".run({ ITEM, run: 'run' })) void 0;"),
  closure: on('[1].forEach(async () => { void ', '.run(ITEM); });'),
  parentheses: ({ receiver: { text }, names: { item } }) => `await ${mark('submit')}(${text}).run(${item});`,
  nested: ({ receiver: { text }, names: { item } }) =>
    `await ${mark('submit')}${text}.run(await ${mark('submit')}${text}.run(${item}), { name: 'bend' });`,
  'type arguments': ({ receiver: { text }, names: { item }, isTyped }) =>
    `await ${mark('submit')}${text}.run${isTyped ? '<string>' : ''}(${item});`,
  'not null': ({ receiver: { text }, names: { item }, isTyped }) =>
    `await ${mark('submit')}${text}${isTyped ? '!' : ''}.run(${item});`,
  'all of a parameter': all(parameter, arrow),
  'all of a literal': all(literal, arrow),
  'all with options': all(literal, arrow, ", { name: 'toast' }"),
  'all with a comment': all(literal, arrow, ' /* each */'),
  'all of a bare callback': (context) =>
    all(literal, context.receiver.text.includes('await') ? arrow : bare)(context),
  'all in a block': all(literal, (element, call) => `async (${element}) => {\n  return await ${call};\n}`),
  'called at once': on('await (async () => ', '.run(ITEM))();'),
  'default of a parameter': (context) => {
    // A parameter of an async function may await nothing.
    const isAwaited = context.receiver.text.includes('await');
    return isAwaited
      ? on('void ', '.run(ITEM);')(context)
      : on('void ((answer = ', '.run(ITEM)) => answer);')(context);
  },
  // Without the comment, a file that imports its pool has no verb in its bytes, and is not looked at.
  'escaped name': on('await ', '.r\\u0075n(ITEM /* run */);'),
  'spread arguments': on('await ', '.run(...[ITEM]);'),
  'operand of a comma': on('void (0, ', '.run(ITEM), 1);'),
  'loop over results': on('for await (const answer of [', '.run(ITEM)]) void answer;'),
  bound: ({ receiver: { text }, names: { item } }) =>
    `await ${mark('kept')}${text}.run.call(${text}, ${item});`,
  'tagged template': ({ receiver: { text } }) => `void ${mark('kept')}${text}.run\`oak\`;`,
  'bracket notation': ({ receiver: { text }, names: { item } }) =>
    `await ${mark('kept')}${text}['run'](${item});`,
  'not called': ({ receiver: { text } }) => `void ${mark('kept')}${text}.run;`,
  taken: ({ receiver: { text }, names: { other } }) =>
    `const { ${mark('kept')}run: ${other} } = ${text};\nvoid ${other};`,
};

/** Those that are reported and stay; a type is brought along only where a call is rewritten. */
export const LEFT_AS_THEY_ARE: readonly string[] = [
  'bracket notation',
  'not called',
  'taken',
  'bound',
  'tagged template',
];
