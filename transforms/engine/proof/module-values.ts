import type { ts } from 'ts-morph';
import type { ExportSource } from './export-source.js';
import { executorNames } from './library.js';
import { findExport } from './module-exports.js';
import type { Proof } from './proof.js';
import { OTHER, toPartial, union, unknown } from './values.js';
import type { Value } from './values.js';

/** What modules are, and what they export. */
export class ModuleValues {
  readonly #asked = new Set<string>();

  constructor(private readonly proof: Proof) {}

  module(specifier: string, fromFile: string): Value {
    const name = this.proof.project.packageName(specifier);
    if (this.proof.shape.packages.includes(name)) return { kind: 'library' };
    const submodule = this.proof.shape.submodules?.[name];
    if (submodule !== undefined) return { kind: 'export', name: submodule };
    if (specifier === this.proof.shape.executor.module) return { kind: 'executor-module' };
    const file = this.proof.project.resolve(specifier, fromFile);
    if (file) return { kind: 'module', file };
    // A package, or a file that nothing tells to have to do with the library.
    return OTHER;
  }

  member(value: Value, name: string): Value {
    switch (value.kind) {
      case 'library':
        return { kind: 'export', name };
      case 'executor-module':
        return executorNames(this.proof.shape).includes(name) ? { kind: 'executor', name } : OTHER;
      case 'export':
        return this.#static(value, name);
      case 'module':
        return this.#exportOf(value.file, name);
      case 'unknown':
        return value;
      default:
        return OTHER;
    }
  }

  /** A property of an export: the default one has them all, and a submodule is its own default. */
  #static(value: Value & { readonly kind: 'export' }, name: string): Value {
    if (!this.proof.shape.isModuleTheDefault) return OTHER;
    if (value.name === 'default' || this.proof.isClass(value)) return { kind: 'export', name };
    return name === 'default' ? value : OTHER;
  }

  /** Modules may re-export each other: one that is asked already adds nothing to what it says itself. */
  #exportOf(file: ts.SourceFile, name: string): Value {
    const question = `${name} ${file.fileName}`;
    if (this.#asked.has(question)) return OTHER;
    this.#asked.add(question);
    const value = this.#exportedBy(file, name);
    this.#asked.delete(question);
    return value;
  }

  #exportedBy(file: ts.SourceFile, name: string): Value {
    const { sources, stars } = findExport(file, name);
    if (sources.length > 0) {
      const value = union(sources.map((source) => this.#exported(source, file)));
      return this.proof.project.mockedFiles.has(file.fileName) ? toPartial(value) : value;
    }
    const values = stars.map((specifier) => this.member(this.module(specifier, file.fileName), name));
    const found = values.find(({ kind }) => kind !== 'other');
    if (found || values.length > 0) return found ?? OTHER;
    return unknown('its module exports it in a way that cannot be followed');
  }

  #exported(source: ExportSource, file: ts.SourceFile): Value {
    if (source.kind !== 'from') return this.proof.evaluate(source.node);
    const origin = this.module(source.specifier, file.fileName);
    return source.name === '*' ? origin : this.member(origin, source.name);
  }
}
