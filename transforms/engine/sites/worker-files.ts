import { dirname, isAbsolute, resolve } from 'node:path';
import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { StaticPaths } from './static-path.js';

/** The file that workers run: its absolute path, or why it is not known. */
export type WorkerFile = { readonly path: string } | { readonly unknown: string };

/** `import Worker from './worker?worker'`, as bundlers have it, gives the path itself. */
function importedPath(declaration: ts.Declaration): ts.Expression | undefined {
  const statement = ts.findAncestor(declaration, ts.isImportDeclaration);
  const specifier = statement?.moduleSpecifier;
  return specifier && ts.isStringLiteral(specifier) && specifier.text.includes('?') ? specifier : undefined;
}

/** All that names and calls may come to; `undefined` where that is not known. */
export interface Origins {
  ofName(node: ts.Identifier | ts.PropertyAccessExpression): readonly ts.Expression[] | undefined;
  /** Looks at all that a call may return. */
  ofCall<T>(call: ts.CallExpression, use: (returned: ts.Expression) => T): readonly T[] | undefined;
}

/** Finds the source files of workers by the expressions that name them. */
export class WorkerFiles {
  readonly #paths: StaticPaths;

  /** @param origins by default names have what they are declared with, and any alternative will do */
  constructor(
    private readonly project: Project,
    private readonly origins?: Origins,
  ) {
    this.#paths = new StaticPaths(
      (node) => this.#initializersOf(node),
      origins && ((call, next) => origins.ofCall(call, next) ?? []),
    );
  }

  /** What an option of a construction names; `undefined` where it has no such option. */
  ofOption(options: ts.Expression | undefined, name: string): WorkerFile | undefined {
    const value = options && this.#option(options, name, 0);
    return value && this.of(value);
  }

  of(node: ts.Expression): WorkerFile {
    const found = this.allOf(node);
    if ('unknown' in found) return found;
    const [path = ''] = found.paths;
    return { path };
  }

  /** All files that an expression may name, at least one. */
  allOf(node: ts.Expression): { readonly paths: readonly string[] } | { readonly unknown: string } {
    const found = this.#paths.evaluate(node);
    if ('unknown' in found) return found;
    const { fileName } = node.getSourceFile();
    const missing = found.texts.filter((text) => this.#sourceOf(text, fileName) === undefined);
    const isKnown = this.origins ? missing.length === 0 : missing.length < found.texts.length;
    const sources = found.texts.flatMap((text) => this.#sourceOf(text, fileName) ?? []);
    if (isKnown && sources.length > 0) return { paths: [...new Set(sources)] };
    return { unknown: `there is no source for ${missing[0] ?? ''}` };
  }

  #sourceOf(text: string, fileName: string): string | undefined {
    // Relative paths are the working directory's to some libraries and the caller's to others.
    const bases = isAbsolute(text) ? [''] : [dirname(fileName), this.project.root];
    for (const base of bases) {
      const source = this.project.sourcePath(resolve(base, text));
      if (source !== undefined) return source;
    }
    return undefined;
  }

  #option(options: ts.Expression, name: string, depth: number): ts.Expression | undefined {
    if (depth > 4) return undefined;
    if (
      ts.isAsExpression(options) ||
      ts.isParenthesizedExpression(options) ||
      ts.isSatisfiesExpression(options)
    )
      return this.#option(options.expression, name, depth);
    if (ts.isIdentifier(options) || ts.isPropertyAccessExpression(options)) {
      const [origin] = this.#initializersOf(options);
      return origin && this.#option(origin, name, depth + 1);
    }
    if (!ts.isObjectLiteralExpression(options)) return undefined;
    for (const property of options.properties.toReversed()) {
      if (ts.isSpreadAssignment(property)) {
        const spread = this.#option(property.expression, name, depth + 1);
        if (spread) return spread;
      } else if (property.name?.getText() === name) {
        if (ts.isPropertyAssignment(property)) return property.initializer;
        if (ts.isShorthandPropertyAssignment(property)) return property.name;
      }
    }
    return undefined;
  }

  #initializersOf(node: ts.Identifier | ts.PropertyAccessExpression): readonly ts.Expression[] {
    const { checker } = this.project;
    const name = ts.isPropertyAccessExpression(node) ? node.name : node;
    const found = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(name);
    const own = found?.declarations?.[0] && importedPath(found.declarations[0]);
    if (own) return [own];
    if (this.origins) return this.origins.ofName(node) ?? [];
    const symbol = found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
    return (symbol?.declarations ?? []).flatMap((declaration) =>
      (ts.isVariableDeclaration(declaration) ||
        ts.isPropertyDeclaration(declaration) ||
        ts.isPropertyAssignment(declaration)) &&
      declaration.initializer
        ? [declaration.initializer]
        : [],
    );
  }
}
