import { ts } from 'ts-morph';
import { requireIn } from '../edits/existing-imports.js';
import type { Evaluator } from '../proof/evaluator.js';
import { isBinding } from './syntax-sites.js';

/** Assertions compare with a class, and tests put doubles in the place of its members. */
const HARMLESS_CALLEE = /(?:instance_?of|\.(?:stub|spy|spyOn|mocked|replace\w*))$/i;

const namesByFile = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isImportEqualsDeclaration(statement)) return [statement.name.text];
  if (ts.isVariableStatement(statement)) {
    const declared = statement.declarationList.declarations.filter(
      ({ initializer }) => initializer && requireIn(initializer),
    );
    return declared.flatMap(({ name }) => namesIn(name));
  }
  if (!ts.isImportDeclaration(statement) || !statement.importClause) return [];
  const { name, namedBindings } = statement.importClause;
  const named = !namedBindings
    ? []
    : ts.isNamespaceImport(namedBindings)
      ? [namedBindings.name]
      : namedBindings.elements.map((element) => element.name);
  return [...(name ? [name] : []), ...named].map(({ text }) => text);
}

/** The names that a file imports or requires, at its top. */
function importedNames(file: ts.SourceFile): ReadonlySet<string> {
  let names = namesByFile.get(file);
  if (!names) {
    names = new Set(file.statements.flatMap(namesOf));
    namesByFile.set(file, names);
  }
  return names;
}

/** Whether a class is no more than a name here: to compare with, to inject by, or to export. */
function isToken(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) return HARMLESS_CALLEE.test(parent.expression.getText());
  const object = parent.parent;
  if (ts.isArrayLiteralExpression(parent))
    return ts.isPropertyAssignment(object) && /^(?:inject|imports|exports|deps)$/.test(object.name.getText());
  if (ts.isPropertyAssignment(parent) && parent.name.getText() === 'provide') return true;
  const owner = object.parent as ts.Node | undefined;
  return (
    owner !== undefined && ts.isBinaryExpression(owner) && /^(?:module\.)?exports$/.test(owner.left.getText())
  );
}

/** The class as a value, of which anything may be made: `mixin(Piscina)`, `{ useClass: Piscina }`. */
export function findGivenAway(evaluator: Evaluator, node: ts.Identifier): ts.Expression | undefined {
  if (!importedNames(node.getSourceFile()).has(node.text) || isToken(node)) return undefined;
  let given: ts.Expression = node;
  while (ts.isPropertyAccessExpression(given.parent) && !isBinding(given.parent)) given = given.parent;
  const value = evaluator.evaluate(given);
  return evaluator.isClass(value) && value.kind !== 'executor' ? given : undefined;
}
