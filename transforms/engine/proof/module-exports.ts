import { ts } from 'ts-morph';
import { findCommonJsExports } from './commonjs-exports.js';
import type { ExportSource } from './export-source.js';

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind)
  );
}

function specifierOf(node: ts.ExportDeclaration): string | undefined {
  return node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)
    ? node.moduleSpecifier.text
    : undefined;
}

function fromExportDeclaration(node: ts.ExportDeclaration, name: string): ExportSource | 'star' | undefined {
  const specifier = specifierOf(node);
  const clause = node.exportClause;
  if (!clause) return specifier === undefined ? undefined : 'star';
  if (ts.isNamespaceExport(clause)) {
    return clause.name.text === name && specifier !== undefined
      ? { kind: 'from', specifier, name: '*' }
      : undefined;
  }
  const element = clause.elements.find((candidate) => candidate.name.text === name);
  if (!element) return undefined;
  const source = element.propertyName ?? element.name;
  if (specifier !== undefined) return { kind: 'from', specifier, name: source.text };
  return ts.isIdentifier(source) ? { kind: 'expression', node: source } : undefined;
}

function fromStatement(statement: ts.Statement, name: string): ExportSource | 'star' | undefined {
  if (ts.isExportDeclaration(statement)) return fromExportDeclaration(statement, name);
  if (ts.isExportAssignment(statement)) {
    return statement.isExportEquals || name === 'default'
      ? { kind: 'expression', node: statement.expression }
      : undefined;
  }
  if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return undefined;
  const isDefault = hasModifier(statement, ts.SyntaxKind.DefaultKeyword);
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    const exportedName = isDefault ? 'default' : statement.name?.text;
    return exportedName === name ? { kind: 'declaration', node: statement } : undefined;
  }
  const declarations = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.flatMap(declaredIn)
    : [statement as ts.Node as ts.NamedDeclaration];
  const declaration = declarations.find((one) => one.name?.getText() === name);
  return declaration && { kind: 'declaration', node: declaration };
}

/** What a declaration or, in `const { a, b: [c] } = …`, its pattern declares. */
function declaredIn(node: ts.VariableDeclaration | ts.BindingElement): ts.NamedDeclaration[] {
  if (ts.isIdentifier(node.name)) return [node];
  return node.name.elements.flatMap((element) => (ts.isBindingElement(element) ? declaredIn(element) : []));
}

/** Finds where a module's export comes from, and the modules that it re-exports whole, to be asked in turn. */
export function findExport(file: ts.SourceFile, name: string): { sources: ExportSource[]; stars: string[] } {
  const stars: string[] = [];
  for (const statement of file.statements) {
    const found = fromStatement(statement, name);
    if (found === 'star') stars.push(specifierOf(statement as ts.ExportDeclaration) ?? '');
    else if (found) return { sources: [found], stars };
  }
  return { sources: findCommonJsExports(file, name), stars };
}
