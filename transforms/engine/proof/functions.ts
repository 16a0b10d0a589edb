import { ts } from 'ts-morph';

type WithBody = ts.SignatureDeclaration & { readonly body?: ts.Node | undefined };

/** The expressions that a function may return; those of functions within it are theirs. */
export function returnedExpressions({ body }: WithBody): ts.Expression[] {
  if (!body) return [];
  if (!ts.isBlock(body)) return [body as ts.Expression];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

type Callback = ts.ArrowFunction | ts.FunctionExpression;

function isCallback(node: ts.Node | undefined): node is Callback {
  return node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
}

/** The promise whose value a parameter is: `promise.then((parameter) => …)`. */
export function awaitedBy(parameter: ts.ParameterDeclaration): ts.Expression | undefined {
  const { parent: callback } = parameter;
  const call = callback.parent;
  if (callback.parameters[0] !== parameter || !ts.isCallExpression(call)) return undefined;
  if (call.arguments[0] !== callback || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  return call.expression.name.text === 'then' ? call.expression.expression : undefined;
}

/** What `promise.then(callback)` comes to: the callback's results; `promise.catch(…)` comes to what the promise does. */
export function continuationOf({
  expression,
  arguments: [callback],
}: ts.CallExpression): { promise: ts.Expression; results?: readonly ts.Expression[] } | undefined {
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  const promise = expression.expression;
  const { text } = expression.name;
  if (text === 'catch' || text === 'finally') return { promise };
  if (text !== 'then' || !isCallback(callback)) return undefined;
  return { promise, results: returnedExpressions(callback) };
}

/** `createRequire(import.meta.url)`, by any name it is imported under: https://nodejs.org/api/module.html. */
function isCreatedRequire(node: ts.Node | undefined): boolean {
  return (
    node !== undefined && ts.isCallExpression(node) && /\bcreateRequire$/.test(node.expression.getText())
  );
}

const createdByFile = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/** The names by which a file knows what `createRequire()` made for it. */
function createdRequires(file: ts.SourceFile): ReadonlySet<string> {
  let names = createdByFile.get(file);
  if (!names) {
    const declared = file.text.includes('createRequire')
      ? file.statements
          .filter(ts.isVariableStatement)
          .flatMap((node) => [...node.declarationList.declarations])
      : [];
    names = new Set(
      declared.filter(({ initializer }) => isCreatedRequire(initializer)).map(({ name }) => name.getText()),
    );
    createdByFile.set(file, names);
  }
  return names;
}

function isRequire(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee))
    return callee.text === 'require' || createdRequires(callee.getSourceFile()).has(callee.text);
  if (ts.isPropertyAccessExpression(callee)) return callee.getText() === 'module.require';
  return callee.kind === ts.SyntaxKind.ImportKeyword || isCreatedRequire(callee);
}

/** The specifier of `require('x')` or `import('x')`. */
export function requiredSpecifier(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !isRequire(node.expression)) return undefined;
  const [argument] = node.arguments;
  return argument && ts.isStringLiteralLike(argument) ? argument.text : undefined;
}
