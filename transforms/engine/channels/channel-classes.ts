import { ts } from 'ts-morph';
import type { ChannelSearch } from './channel-search.js';
import { takenByName, valuesIn } from './value-names.js';
import { asValue, isTested } from './value-syntax.js';

type ClassValue = ts.Identifier | ts.PropertyAccessExpression;

/** What a project does with a class. */
export interface ClassUses {
  readonly constructs: readonly ts.NewExpression[];
  /** Where it goes where others may construct it, if it does. */
  readonly given: ts.Node | undefined;
}

const GLOBAL = /^(?:globalThis|global|self|window)$/;

/** `typeof BroadcastChannel`, `instanceof`, `if (BroadcastChannel)`: of no consequence. */
function isAsked(node: ClassValue): boolean {
  const { parent } = node;
  if (ts.isTypeOfExpression(parent) || isTested(asValue(node))) return true;
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
}

/** Finds all that means the class of channels that have names, be it the library's export or the global one. */
export class ChannelClasses {
  constructor(private readonly search: ChannelSearch) {}

  find(): ClassUses {
    const { project, channel, syntax } = this.search;
    const files = [...project.files].flatMap(([path, { source }]) => {
      const file =
        channel.namedChannels.some((name) => source.text.includes(name)) && project.sourceFile(path);
      return file ? [file] : [];
    });
    const values = files.flatMap((file) => valuesIn(file).filter((node) => this.#isClass(node)));
    // By a name that another file gives it.
    const constructed = [...syntax.values()].flatMap(({ constructs }) =>
      constructs.filter(({ expression }) => this.isExport(expression)),
    );
    const constructs = new Set(constructed);
    let given = files.flatMap((file) => this.#takenIn(file))[0];
    for (const node of values) {
      const { parent } = node;
      if (ts.isNewExpression(parent) && parent.expression === node) constructs.add(parent);
      else if (!isAsked(node)) given ??= node;
    }
    return { constructs: [...constructs], given };
  }

  /** Whether an expression is the library's export. */
  isExport(node: ts.Node): boolean {
    const value = this.search.evaluator.evaluate(node);
    return value.kind === 'export' && this.#isNamed(value.name);
  }

  #isNamed(name: string): boolean {
    return this.search.channel.namedChannels.includes(name);
  }

  #isClass(node: ClassValue): boolean {
    const name = ts.isIdentifier(node) ? node : node.name;
    if (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) return false;
    if (this.isExport(node)) return true;
    if (!this.#isNamed(name.text)) return false;
    if (ts.isPropertyAccessExpression(node)) return GLOBAL.test(node.expression.getText());
    const { checker, files } = this.search.project;
    const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
    // A class of the project's, or of another library, is another one.
    return declarations.every((one) => !files.has(one.getSourceFile().fileName));
  }

  /** `const { BroadcastChannel } = globalThis`, `globalThis['BroadcastChannel']`. */
  #takenIn(file: ts.SourceFile): ts.Node[] {
    const taken = takenByName(file, (name) => this.#isNamed(name));
    return taken.filter((node) => !ts.isBindingElement(node) || !this.isExport(node.name));
  }
}
