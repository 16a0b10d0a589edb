import { ts } from 'ts-morph';
import type { Project } from '../project.js';

/** The files that run in a thread, as far as can be seen. */
export interface ThreadFiles {
  readonly files: ReadonlySet<string>;
  /** Whether all that is loaded is named. */
  readonly isWhole: boolean;
}

function importsOf(file: ts.SourceFile): (ts.Expression | undefined)[] {
  const found: (ts.Expression | undefined)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      if (node.importClause?.isTypeOnly !== true) found.push(node.moduleSpecifier);
    } else if (ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier && !node.isTypeOnly) found.push(node.moduleSpecifier);
    } else if (ts.isExternalModuleReference(node)) found.push(node.expression);
    else if (ts.isCallExpression(node)) {
      const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
      if (isRequire || node.expression.kind === ts.SyntaxKind.ImportKeyword) found.push(node.arguments[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What a file loads itself. */
export function loadedBy(project: Project, path: string): ThreadFiles {
  const files = new Set<string>();
  let isWhole = true;
  const file = project.sourceFile(path);
  for (const node of file ? importsOf(file) : []) {
    const specifier = node && ts.isStringLiteralLike(node) ? node.text : undefined;
    const found = specifier === undefined ? undefined : project.resolve(specifier, path);
    if (specifier === undefined) isWhole = false;
    if (found) files.add(found.fileName);
  }
  return { files, isWhole };
}

/** Follows the imports of the files that a thread, or several, begin with. */
export function findThreadFiles(project: Project, starts: Iterable<string>): ThreadFiles {
  const files = new Set(starts);
  let isWhole = true;
  for (const path of files) {
    const loaded = loadedBy(project, path);
    isWhole &&= loaded.isWhole;
    for (const one of loaded.files) files.add(one);
  }
  return { files, isWhole };
}
