import { ts } from 'ts-morph';
import { findExistingImports } from './existing-imports.js';
import type { ExistingImports } from './existing-imports.js';
import { formOf, insertStatement } from './import-place.js';
import type { ModuleForm } from './import-place.js';
import { insertAt } from './text-spans.js';
import type { Span } from './text-spans.js';

/** Names in code, but for those of properties: what a new name must not be. */
function usedNames(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isProperty =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        ((ts.isClassElement(parent) || ts.isTypeElement(parent)) && parent.name === node);
      if (!isProperty) names.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/** The names that some edits need of one module, in one file: imported once, under names that are free. */
export class AddedImports {
  readonly #existing: ExistingImports;
  readonly #used: ReadonlySet<string>;
  readonly #form: ModuleForm;
  readonly #added = new Map<string, string>();
  #whole: string | undefined;
  #firstUse = Infinity;

  constructor(
    private readonly file: ts.SourceFile,
    private readonly module: string,
  ) {
    this.#existing = findExistingImports(file, module);
    this.#used = usedNames(file);
    this.#form = formOf(file);
  }

  /** A name that nothing in the file goes by. */
  freeName(name: string): string {
    let candidate = name;
    for (let number = 2; this.#used.has(candidate); number++) candidate = `${name}${number}`;
    return candidate;
  }

  /** Whether an expression is an export of the module, by the name that the file imports it under. */
  isImported(node: ts.Expression, exported: string): boolean {
    const { names, whole } = this.#existing;
    const text = node.getText();
    return text === names.get(exported) || (whole !== undefined && text === `${whole}.${exported}`);
  }

  /** Whether any name of the module has been asked for. */
  get isUsed(): boolean {
    return this.#firstUse < Infinity;
  }

  /** How the file is to call an export of the module, which it may import already, at an offset. */
  nameFor(exported: string, at: number): string {
    this.#firstUse = Math.min(this.#firstUse, at);
    const known = this.#existing.names.get(exported) ?? this.#added.get(exported);
    if (known !== undefined) return known;
    if (this.#existing.whole !== undefined) return `${this.#existing.whole}.${exported}`;
    if (this.#form === 'import-equals' && !this.#existing.list) {
      this.#whole ??= this.freeName('tracedPool');
      return `${this.#whole}.${exported}`;
    }
    const isTaken = this.#used.has(exported);
    const name = isTaken
      ? this.freeName(`traced${exported[0]?.toUpperCase()}${exported.slice(1)}`)
      : exported;
    this.#added.set(exported, name);
    return name;
  }

  /** The edit that makes the names known; `undefined` where they are. */
  span(): Span | undefined {
    const { list } = this.#existing;
    const whole = this.#whole;
    if (whole !== undefined) return this.#insert((module) => `import ${whole} = require(${module})`);
    if (this.#added.size === 0) return undefined;
    const isPattern = list ? ts.isObjectBindingPattern(list) : this.#form === 'require';
    const names = [...this.#added]
      .toSorted()
      .map(([exported, name]) =>
        exported === name ? name : `${exported}${isPattern ? ': ' : ' as '}${name}`,
      )
      .join(', ');
    const last = list?.elements.at(-1);
    if (last) return insertAt(last.end, `, ${names}`);
    if (isPattern) return this.#insert((module, keyword) => `${keyword} { ${names} } = require(${module})`);
    return this.#insert((module) => `import { ${names} } from ${module}`);
  }

  #insert(toStatement: (module: string, keyword: string) => string): Span {
    const { module } = this;
    const toQuoted = (quote: string, keyword: string): string =>
      toStatement(`${quote}${module}${quote}`, keyword);
    return insertStatement(this.file, this.#form, this.#firstUse, toQuoted);
  }
}
