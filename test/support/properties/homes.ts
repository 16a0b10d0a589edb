import { called, constant } from './dispatch-forms.js';
import type { Receiver } from './dispatch-forms.js';
import type { Names } from './names.js';

export interface HomeContext {
  /** What makes a pool, marked. */
  readonly make: string;
  /** The marked class without `new`, for a subclass. */
  readonly classText: string;
  /** An annotation with the class in it, such as `: Piscina`; empty where there is none. */
  readonly annotate: (before?: string, after?: string) => string;
  readonly isTypeScript: boolean;
  readonly names: Names;
  /** A function with the calls in it: `async work(item, items) { … }`. */
  readonly calls: (receiver: Receiver, before: 'async ' | 'async function ') => string;
}

/** Where a pool lives, and how one gets at it: the text of a module after its imports. */
export type Home = (context: HomeContext) => string;

/** A class may have no field of that name. */
export function toMember(name: string): string {
  return name === 'constructor' ? 'builder' : name;
}

export function indent(text: string): string {
  return text.replace(/^(?=[^\n])/gm, '  ');
}

const inFunction = (context: HomeContext, receiver: Receiver): string =>
  context.calls(receiver, 'async function ');

function inClass(context: HomeContext, members: readonly string[], receiver: Receiver): string {
  const { holder } = context.names;
  const body = indent([...members, context.calls(receiver, 'async ')].join('\n\n'));
  return `class ${holder} {\n${body}\n}\n\nvoid ${holder};`;
}

const lateBound = (assign: (name: string, make: string) => string): Home => {
  return (context) => {
    const { make, annotate, names } = context;
    const { pool } = names;
    return `let ${pool}${annotate('', ' | undefined')};\n\n${assign(pool, make)}\n\n${inFunction(context, constant(pool))}`;
  };
};

const asField = (prefix: string, receiver: string): Home => {
  return (context) => {
    const name = toMember(context.names.pool);
    const field = `${prefix}${name}${context.annotate()} = ${context.make};`;
    return inClass(context, [field], constant(`${receiver.replace('HOLDER', context.names.holder)}${name}`));
  };
};

export const HOMES: Readonly<Record<string, Home>> = {
  const: (context) => {
    const { pool } = context.names;
    return `const ${pool}${context.annotate()} = ${context.make};\n\n${inFunction(context, constant(pool))}`;
  },
  alias: (context) => {
    const { pool, accessor } = context.names;
    return `const ${pool} = ${context.make};\n\nconst ${accessor} = ${pool};\n\n${inFunction(context, constant(accessor))}`;
  },
  'late assignment': lateBound((name, make) => `${name} = ${make};`),
  'assigned in a branch': lateBound((name, make) => `if (Date.now() > 1) {\n  ${name} = ${make};\n}`),
  'assigned in a function': lateBound((name, make) => `void (() => {\n  ${name} = ${make};\n});`),
  'made in both branches': (context) => {
    const { make, names } = context;
    const { pool } = names;
    return `var ${pool} = Date.now() > 1 ? ${make} : ${make};\n\n${inFunction(context, constant(pool))}`;
  },
  field: asField('', 'this.'),
  'private field': asField('#', 'this.#'),
  'static field': asField('static ', 'HOLDER.'),
  'set in the constructor': (context) => {
    const name = toMember(context.names.pool);
    const declared = context.isTypeScript ? [`${name}${context.annotate()};`] : [];
    const setter = `constructor() {\n  this.${name} = ${context.make};\n}`;
    return inClass(context, [...declared, setter], constant(`this.${name}`));
  },
  getter: (context) => {
    const name = toMember(context.names.accessor);
    const field = `#${toMember(context.names.pool)} = ${context.make};`;
    const getter = `get ${name}()${context.annotate()} {\n  return this.#${toMember(context.names.pool)};\n}`;
    return inClass(context, [field, getter], constant(`this.${name}`));
  },
  'lazy field': (context) => {
    const name = toMember(context.names.pool);
    const field = `#${name}${context.annotate('', ' | undefined')};`;
    const method = `${toMember(context.names.accessor)}() {\n  return (this.#${name} ??= ${context.make});\n}`;
    return inClass(context, [field, method], called(`this.${toMember(context.names.accessor)}()`));
  },
  'lazy singleton': (context) => {
    const { make, annotate, names } = context;
    const { pool, accessor } = names;
    const declaration = `let ${pool}${annotate('', ' | undefined')};`;
    const getter = `function ${accessor}() {\n  ${pool} ??= ${make};\n  return ${pool};\n}`;
    return `${declaration}\n\n${getter}\n\n${inFunction(context, called(`${accessor}()`))}`;
  },
  factory: (context) => {
    const { accessor, pool } = context.names;
    const factory = `function ${accessor}()${context.annotate()} {\n  return ${context.make};\n}`;
    const variable = `const ${pool} = ${accessor}();`;
    return `${factory}\n\n${variable}\n\n${inFunction(context, constant(pool))}`;
  },
  'arrow factory': (context) => {
    const { accessor } = context.names;
    const factory = `const ${accessor} = ()${context.annotate()} => ${context.make};`;
    return `${factory}\n\n${inFunction(context, called(`${accessor}()`))}`;
  },
  'async factory': (context) => {
    const { accessor } = context.names;
    const type = context.annotate('Promise<', '>');
    const factory = `async function ${accessor}()${type} {\n  return ${context.make};\n}`;
    return `${factory}\n\n${inFunction(context, called(`(await ${accessor}())`))}`;
  },
  property: (context) => {
    const { holder, pool } = context.names;
    const value = `const ${holder} = {\n  ${pool}: ${context.make},\n  other: 1,\n};`;
    return `${value}\n\n${inFunction(context, constant(`${holder}.${pool}`))}`;
  },
  'destructured property': (context) => {
    const { holder, pool, accessor } = context.names;
    const value = `const ${holder} = { ${pool}: ${context.make} };`;
    const taken = `const { ${pool}: ${accessor} } = ${holder};`;
    return `${value}\n\n${taken}\n\n${inFunction(context, constant(accessor))}`;
  },
  'element of a list': (context) => {
    const { holder } = context.names;
    const list = `const ${holder} = [${context.make}, ${context.make}];`;
    return `${list}\n\n${inFunction(context, called(`${holder}[0]`))}`;
  },
};
