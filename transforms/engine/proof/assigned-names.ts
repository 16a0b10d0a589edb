import { ts } from 'ts-morph';

/** Calls that put something in the place of a member, by its name: `jest.spyOn(pools, 'main')`. */
const REPLACING = /^(?:spyOn|stub|replace\w*|defineProperty|set|method|getter|patch)$/;

/** The last of the names by which the code means something. */
export function leafName(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return node.argumentExpression.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : undefined;
}

/** The names under which the code can mean a symbol; that of a default export is not in its code. */
export function namesOf({ name, declarations = [] }: ts.Symbol): ReadonlySet<string> {
  const declared = declarations.map((declaration) => ts.getNameOfDeclaration(declaration));
  const texts = declared.flatMap((node) => (node && ts.isIdentifier(node) ? node.text : []));
  return new Set([name, ...texts]);
}

/** The file of what a function declares for itself, which no other file can mean; `undefined` for all else. */
export function homeOf({ declarations = [] }: ts.Symbol): ts.SourceFile | undefined {
  const [declaration, ...more] = declarations;
  if (!declaration || more.length > 0) return undefined;
  const isLocal = ts.isParameter(declaration)
    ? !ts.isParameterPropertyDeclaration(declaration, declaration.parent)
    : ts.isVariableDeclaration(declaration) && ts.findAncestor(declaration, ts.isFunctionLike) !== undefined;
  return isLocal ? declaration.getSourceFile() : undefined;
}

/** What a pattern on the left side of an assignment assigns to: `({ pool, other: this.other } = …)`. */
export function targetsIn(node: ts.Expression): ts.Expression[] {
  if (ts.isBinaryExpression(node)) return targetsIn(node.left);
  if (ts.isSpreadElement(node)) return targetsIn(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(targetsIn);
  if (!ts.isObjectLiteralExpression(node)) return [node];
  return node.properties.flatMap((property) => {
    if (ts.isShorthandPropertyAssignment(property)) return [property.name];
    if (ts.isPropertyAssignment(property)) return targetsIn(property.initializer);
    return ts.isSpreadAssignment(property) ? targetsIn(property.expression) : [];
  });
}

/** `for (name of …)`, where the name is declared before. */
export function isLoopOverNames(
  node: ts.Node,
): node is (ts.ForInStatement | ts.ForOfStatement) & { readonly initializer: ts.Expression } {
  const isLoop = ts.isForInStatement(node) || ts.isForOfStatement(node);
  return isLoop && !ts.isVariableDeclarationList(node.initializer);
}

/** The names of the members that a call puts something else in the place of. */
export function replacedBy({ expression, arguments: [, second] }: ts.CallExpression): string[] {
  if (!second || !ts.isPropertyAccessExpression(expression)) return [];
  if (expression.getText() === 'Object.assign' && ts.isObjectLiteralExpression(second))
    return second.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
  const isReplacing = ts.isStringLiteralLike(second) && REPLACING.test(expression.name.text);
  return isReplacing ? [second.text] : [];
}
