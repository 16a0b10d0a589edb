import { dirname } from 'node:path';
import { ts } from 'ts-morph';
import { findManifest } from '../manifest/manifest.js';
import { readManifest } from '../resolution/read-manifest.js';
import { requiredBy } from './existing-imports.js';
import { endOfLine, insertAt, newLineLike, quoteOf, semicolonOf } from './text-spans.js';
import type { Span } from './text-spans.js';

/** How a file imports: what is added to it has the same form. */
export type ModuleForm = 'import' | 'import-equals' | 'require';

function isInModulePackage(path: string): boolean {
  const manifest = findManifest(dirname(path));
  return manifest !== undefined && readManifest(manifest)?.['type'] === 'module';
}

export function formOf(file: ts.SourceFile): ModuleForm {
  const isModule = file.statements.some(
    (statement) =>
      ts.isImportDeclaration(statement) ||
      ts.isExportDeclaration(statement) ||
      (ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)),
  );
  const hasEquals = file.statements.some(
    (statement) =>
      ts.isImportEqualsDeclaration(statement) && ts.isExternalModuleReference(statement.moduleReference),
  );
  if (hasEquals && !file.statements.some(ts.isImportDeclaration)) return 'import-equals';
  if (isModule || /\.[mc]?tsx?$|\.mjs$/.test(file.fileName)) return 'import';
  const isScript = file.fileName.endsWith('.cjs') || /\brequire\(|\bmodule\.exports\b/.test(file.text);
  return !isScript && isInModulePackage(file.fileName) ? 'import' : 'require';
}

/** The last of the first statements of a kind that stand together. */
function lastInRow(
  statements: readonly ts.Statement[],
  isOfKind: (statement: ts.Statement) => boolean,
): ts.Statement | undefined {
  const first = statements.findIndex(isOfKind);
  if (first < 0) return undefined;
  const rest = statements.slice(first);
  const end = rest.findIndex((statement) => !isOfKind(statement));
  return rest.at(end < 0 ? -1 : end - 1);
}

/** Where a file may get a first statement: after its directives, `'use strict'` and the like. */
function firstPlace({ statements, end }: ts.SourceFile): number {
  const first = statements.find(
    (node) => !(ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression)),
  );
  return first?.getStart() ?? end;
}

function specifierIn(statement: ts.Statement): ts.Node | undefined {
  if (ts.isImportDeclaration(statement)) return statement.moduleSpecifier;
  if (ts.isImportEqualsDeclaration(statement) && ts.isExternalModuleReference(statement.moduleReference))
    return statement.moduleReference.expression;
  return requiredBy(statement)?.call.arguments[0];
}

/**
 * Adds a statement that imports, before what uses it: after the imports, and in CommonJS after the first ones that stand
 * together, as code that stands between others may need it.
 *
 * @param firstUse the offset of the first use of what is imported
 * @param toStatement gets the quote and the keyword that the imports there have, and gives the statement without its
 * semicolon
 */
export function insertStatement(
  file: ts.SourceFile,
  form: ModuleForm,
  firstUse: number,
  toStatement: (quote: string, keyword: string) => string,
): Span {
  const { statements } = file;
  const isImport = (statement: ts.Statement): boolean =>
    form === 'require'
      ? requiredBy(statement) !== undefined
      : ts.isImportDeclaration(statement) || ts.isImportEqualsDeclaration(statement);
  // The compiler leaves an import where it is, when it makes a require() of it.
  const isBefore = (statement: ts.Statement): boolean => statement.end <= firstUse && isImport(statement);
  const anchor = form === 'require' ? lastInRow(statements, isBefore) : statements.findLast(isBefore);
  const like = anchor ?? statements.find(isImport);
  const specifier = like && specifierIn(like);
  const quote = specifier && ts.isStringLiteral(specifier) ? quoteOf(specifier) : "'";
  const isVar = like && ts.isVariableStatement(like) && /^var\b/.test(like.getText());
  const statement = toStatement(quote, isVar ? 'var' : 'const');
  if (anchor) return insertAt(endOfLine(anchor), newLineLike(anchor) + statement + semicolonOf(anchor));
  const place = firstPlace(file);
  // Without a semicolon these would go on with it.
  const isHazard = '([`/+-'.includes(file.text[place] ?? '');
  const end = like && !isHazard ? semicolonOf(like) : ';';
  return insertAt(place, statement + end + (file.text.includes('\r\n') ? '\r\n' : '\n'));
}
