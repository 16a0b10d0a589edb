import { ts } from 'ts-morph';
import type { Assignments } from '../proof/assignments.js';
import type { Project } from '../project.js';
import { WorkerFiles } from '../sites/worker-files.js';
import type { FunctionUses } from './function-uses.js';
import { PathOrigins } from './path-origins.js';
import { findSuperCall } from './super-calls.js';

/** What a worker runs: a file of the project, one of several, a text, or why that is not known. */
export type WorkerEnd =
  { readonly paths: readonly string[] } | { readonly text: string } | { readonly unknown: string };

/** The text that an expression is, or that the constant is which it names. */
export function textOf(node: ts.Expression, checker: ts.TypeChecker): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isIdentifier(node)) return undefined;
  const symbol = checker.getSymbolAtLocation(node);
  const isImported = symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const [declaration] = (isImported ? checker.getAliasedSymbol(symbol) : symbol)?.declarations ?? [];
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const isConstant = (declaration.parent.flags & ts.NodeFlags.Const) !== 0;
  return isConstant && ts.isStringLiteralLike(declaration.initializer)
    ? declaration.initializer.text
    : undefined;
}

function isTrue(option: ts.ObjectLiteralElementLike | undefined): boolean {
  return (
    option !== undefined &&
    ts.isPropertyAssignment(option) &&
    option.initializer.kind === ts.SyntaxKind.TrueKeyword
  );
}

/** Finds what the workers run that constructions start. */
export class WorkerEnds {
  readonly #files: WorkerFiles;
  readonly #known = new Map<ts.Node, WorkerEnd>();

  constructor(
    private readonly project: Project,
    assignments: Assignments,
    uses: FunctionUses,
  ) {
    this.#files = new WorkerFiles(project, new PathOrigins(project, assignments, uses));
  }

  of(construct: ts.Node): WorkerEnd {
    let end = this.#known.get(construct);
    if (!end) {
      end = this.#find(construct);
      this.#known.set(construct, end);
    }
    return end;
  }

  #find(construct: ts.Node): WorkerEnd {
    const heir = ts.findAncestor(construct, ts.isClassLike);
    const call = ts.isCallOrNewExpression(construct) ? construct : heir && findSuperCall(heir);
    const [file, options] = call?.arguments ?? [];
    if (!file) return { unknown: 'no file is named here' };
    if (ts.isSpreadElement(file)) return { unknown: 'arguments are spread' };
    if (ts.isNewExpression(file) && /^['"`]data:/.test(file.arguments?.[0]?.getText() ?? ''))
      return { text: file.arguments?.[0]?.getText() ?? '' };
    const given = options && ts.isObjectLiteralExpression(options) ? options : undefined;
    const evaluated = given?.properties.find((property) => property.name?.getText() === 'eval');
    if (
      evaluated ||
      (options && !given && !ts.isArrayLiteralExpression(options) && this.#mayEvaluate(options))
    ) {
      const text = isTrue(evaluated) ? textOf(file, this.project.checker) : undefined;
      return text === undefined ? { unknown: 'its text is computed' } : { text };
    }
    const found = this.#files.allOf(file);
    if ('unknown' in found) return found;
    const foreign = found.paths.find((path) => !this.project.files.has(path));
    return foreign === undefined
      ? { paths: found.paths }
      : { unknown: `${foreign.split('/').at(-1)} is not part of this run` };
  }

  /** Whether options that are made elsewhere, and named here, ask for a text to be run. */
  #mayEvaluate(options: ts.Expression): boolean {
    return this.#files.ofOption(options, 'eval') !== undefined;
  }
}
