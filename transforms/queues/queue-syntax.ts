import { ts } from 'ts-morph';

export type Member = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** The places in a file that have the form of a site; whether they are any is for the proofs to say. */
export interface QueueSyntax {
  /** `new X()`, and calls of all kinds. */
  readonly calls: (ts.CallExpression | ts.NewExpression)[];
  /** `receiver.verb` that is not called: given away, or read. */
  readonly members: Member[];
  /** What classes extend. */
  readonly heritages: ts.Expression[];
}

export function memberName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  const isNamed = ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression);
  return isNamed ? (node.argumentExpression as ts.StringLiteralLike).text : undefined;
}

/** The callee of a call behind parentheses, `!` and `as`. */
export function unwrap(node: ts.Expression): ts.Expression {
  const isWrapped =
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isSatisfiesExpression(node);
  return isWrapped ? unwrap(node.expression) : node;
}

/** Finds by syntax, in one pass. */
export function findQueueSyntax(file: ts.SourceFile, verbs: ReadonlySet<string>): QueueSyntax {
  const found: QueueSyntax = { calls: [], members: [], heritages: [] };
  const called = new Set<ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      found.calls.push(node);
      called.add(unwrap(node.expression));
    } else if (ts.isClassLike(node)) {
      const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
      const superclass = clause?.types[0]?.expression;
      if (superclass) found.heritages.push(superclass);
    } else if (verbs.has(memberName(node) ?? '') && !called.has(node)) found.members.push(node as Member);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
