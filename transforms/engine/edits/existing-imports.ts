import { ts } from 'ts-morph';
import { requiredSpecifier } from '../proof/functions.js';

/** Where a file has names of a module already: a list that takes more of them, or the name that it goes by as a whole. */
export interface ExistingImports {
  readonly names: ReadonlyMap<string, string>;
  readonly list?: ts.NamedImports | ts.ObjectBindingPattern;
  readonly whole?: string;
}

/** A declaration whose value comes of `require('x')`, such as `require('x').y`. */
interface Required {
  readonly declaration: ts.VariableDeclaration;
  readonly call: ts.CallExpression;
}

/** The `require('x')` or `import('x')` that an expression is, or takes something of. */
export function requireIn(node: ts.Expression): ts.CallExpression | undefined {
  if (ts.isCallExpression(node) && requiredSpecifier(node) !== undefined) return node;
  // A call of what is required may run whatever code there is.
  const isOfModule =
    ts.isPropertyAccessExpression(node) || ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node);
  return isOfModule ? requireIn(node.expression) : undefined;
}

/** What a statement requires; `undefined` where it does something else. */
export function requiredBy(statement: ts.Statement): Required | undefined {
  const declarations = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  for (const declaration of declarations) {
    const call = declaration.initializer && requireIn(declaration.initializer);
    if (call) return { declaration, call };
  }
  return undefined;
}

type Element = ts.ImportSpecifier | ts.BindingElement;

const isRest = (element: Element): boolean => ts.isBindingElement(element) && !!element.dotDotDotToken;

function namesIn(elements: readonly Element[]): Map<string, string> {
  const values = elements.filter(
    (element) =>
      ts.isIdentifier(element.name) &&
      !isRest(element) &&
      !(ts.isImportSpecifier(element) && element.isTypeOnly),
  );
  return new Map(
    values.map((element) => [(element.propertyName ?? element.name).getText(), element.name.getText()]),
  );
}

/** What a statement imports of a module as values; `undefined` where it imports something else. */
function importedBy(
  statement: ts.Statement,
  module: string,
): ts.NamedImportBindings | ts.BindingName | undefined {
  if (ts.isImportDeclaration(statement)) {
    const { moduleSpecifier, importClause } = statement;
    const isOther = !ts.isStringLiteral(moduleSpecifier) || moduleSpecifier.text !== module;
    const isType = importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return isOther || isType ? undefined : importClause?.namedBindings;
  }
  if (ts.isImportEqualsDeclaration(statement) && ts.isExternalModuleReference(statement.moduleReference)) {
    const { expression } = statement.moduleReference;
    return ts.isStringLiteral(expression) && expression.text === module ? statement.name : undefined;
  }
  const { declaration } = requiredBy(statement) ?? {};
  return declaration?.initializer && requiredSpecifier(declaration.initializer) === module
    ? declaration.name
    : undefined;
}

/** Finds all that a file imports of a module, at its top. */
export function findExistingImports(file: ts.SourceFile, module: string): ExistingImports {
  const names = new Map<string, string>();
  let existing: ExistingImports = { names };
  for (const statement of file.statements) {
    const imported = importedBy(statement, module);
    if (!imported) continue;
    if (ts.isIdentifier(imported)) existing = { ...existing, whole: imported.text };
    else if (ts.isNamespaceImport(imported)) existing = { ...existing, whole: imported.name.text };
    else if (ts.isNamedImports(imported) || ts.isObjectBindingPattern(imported)) {
      const elements: readonly Element[] = imported.elements;
      for (const [exported, name] of namesIn(elements)) names.set(exported, name);
      // Nothing may come after `...rest`, and what is taken out by name is no longer in it.
      if (elements.length > 0 && !elements.some(isRest)) existing = { ...existing, list: imported };
    }
  }
  return existing;
}
