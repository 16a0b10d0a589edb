import { ts } from 'ts-morph';

/** Whether an identifier is not the name of what is declared. */
function isValue(node: ts.Identifier): boolean {
  const { name, propertyName } = node.parent as { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  if (ts.isShorthandPropertyAssignment(node.parent)) return true;
  return name !== node && propertyName !== node && !ts.isExportSpecifier(node.parent);
}

/** The names and members in a file that are values. */
export function valuesIn(file: ts.SourceFile): (ts.Identifier | ts.PropertyAccessExpression)[] {
  const found: (ts.Identifier | ts.PropertyAccessExpression)[] = [];
  const visit = (node: ts.Node): void => {
    const isMember = ts.isPropertyAccessExpression(node);
    if (isMember || (ts.isIdentifier(node) && isValue(node))) found.push(node);
    if (isMember) visit(node.expression);
    else if (!ts.isImportDeclaration(node) && !ts.isTypeNode(node)) ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Where a file takes members by their names alone, out of whatever has them: `const { port } = data`, `data['port']`. */
export function takenByName(file: ts.SourceFile, isName: (name: string) => boolean): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isBindingElement(node) && isName((node.propertyName ?? node.name).getText())) found.push(node);
    const key = ts.isElementAccessExpression(node) ? node.argumentExpression : undefined;
    if (key && ts.isStringLiteralLike(key) && isName(key.text)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
