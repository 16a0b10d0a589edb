import { ts } from 'ts-morph';

/** Where an export of a module comes from. */
export type ExportSource =
  | { readonly kind: 'expression'; readonly node: ts.Expression }
  | { readonly kind: 'declaration'; readonly node: ts.Declaration }
  /** `export { name } from 'specifier'`; `*` for the namespace. */
  | { readonly kind: 'from'; readonly specifier: string; readonly name: string };

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
  if (!ts.isVariableStatement(statement)) return undefined;
  const declaration = statement.declarationList.declarations.find(
    ({ name: declared }) => ts.isIdentifier(declared) && declared.text === name,
  );
  return declaration && { kind: 'declaration', node: declaration };
}

/** The name under which `module.exports.a = …`, `exports.a = …` or `module.exports = …` (then `''`) exports. */
function commonJsName(left: ts.Expression): string | undefined {
  const text = left.getText().replace(/\s/g, '');
  if (text === 'module.exports') return '';
  return /^(?:module\.)?exports\.(\w+)$/.exec(text)?.[1];
}

function fromCommonJs(file: ts.SourceFile, name: string): ExportSource | undefined {
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement)) continue;
    let node: ts.Expression = statement.expression;
    const names: string[] = [];
    while (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const exported = commonJsName(node.left);
      if (exported !== undefined) names.push(exported);
      node = node.right;
    }
    if (names.includes(name)) return { kind: 'expression', node };
    if (names.includes('') && name === 'default') return { kind: 'expression', node };
    if (!names.includes('') || !ts.isObjectLiteralExpression(node)) continue;
    for (const property of node.properties) {
      if (property.name?.getText() !== name) continue;
      if (ts.isPropertyAssignment(property)) return { kind: 'expression', node: property.initializer };
      return { kind: 'declaration', node: property };
    }
  }
  return undefined;
}

/** Finds where a module's export comes from, and the modules that it re-exports whole, to be asked in turn. */
export function findExport(file: ts.SourceFile, name: string): { source?: ExportSource; stars: string[] } {
  const stars: string[] = [];
  for (const statement of file.statements) {
    const found = fromStatement(statement, name);
    if (found === 'star') stars.push(specifierOf(statement as ts.ExportDeclaration) ?? '');
    else if (found) return { source: found, stars };
  }
  const source = fromCommonJs(file, name);
  return source ? { source, stars } : { stars };
}
