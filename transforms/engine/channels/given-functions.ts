import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { isItself, isPlainParameter } from './backlog-parameters.js';
import type { FunctionUses } from './function-uses.js';
import { isMember } from './value-syntax.js';

const MAX_NAMES = 10;

/** A function of the project that is given another one, and what it does with that. */
export interface GivenFunction {
  readonly helper: ts.SignatureDeclaration;
  /** Where it uses what it is given; `undefined` where that cannot be told. */
  readonly uses: readonly ts.Node[] | undefined;
}

/** What becomes of a function that a call is given; `undefined` where what is called is not of the project. */
export function findGivenFunction(
  project: Project,
  uses: FunctionUses,
  call: ts.CallExpression | ts.NewExpression,
  value: ts.Node,
): GivenFunction | undefined {
  const helper = project.checker.getResolvedSignature(call)?.declaration;
  if (!helper) want(project, call.expression);
  if (!helper || !isOfProject(project, helper)) return undefined;
  const given = call.arguments ?? [];
  const index = given.findIndex((one) => one === value);
  const parameter = given.slice(0, index).some(ts.isSpreadElement) ? undefined : helper.parameters[index];
  const isCalled = namesFunction(project, call.expression, helper) && isItself(project, uses, helper);
  if (!parameter || !isPlainParameter(parameter) || !isCalled) return { helper, uses: undefined };
  return { helper, uses: uses.of(parameter.name).filter((node) => !isMember(node)) };
}

/** Has the file looked at that a function comes from which is called, where that is not loaded yet. */
function want(project: Project, callee: ts.Expression): void {
  const root = ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
  const [declared] = project.checker.getSymbolAtLocation(root)?.declarations ?? [];
  const specifier = declared && moduleOf(declared);
  if (declared === undefined || specifier === undefined) return;
  const { fileName } = declared.getSourceFile();
  project.want(specifier, fileName);
  // What passes it on may have it from another.
  const passing = project.resolve(specifier, fileName);
  for (const one of passing?.statements ?? [])
    if (ts.isImportDeclaration(one) || (ts.isExportDeclaration(one) && one.moduleSpecifier))
      project.want((one.moduleSpecifier as ts.StringLiteral).text, passing?.fileName ?? '');
}

/** Whether a name is a function's own, or that of an import: another may be of one of several by its type. */
function namesFunction({ checker }: Project, given: ts.Expression, helper: ts.Node): boolean {
  const pending = [checker.getSymbolAtLocation(ts.isPropertyAccessExpression(given) ? given.name : given)];
  for (const symbol of pending) {
    if (!symbol || pending.length > MAX_NAMES) return false;
    if (symbol.flags & ts.SymbolFlags.Alias) pending.push(checker.getAliasedSymbol(symbol));
    for (const declared of symbol.declarations ?? []) {
      if (declared === helper || valueOf(declared) === helper) return true;
      if (ts.isShorthandPropertyAssignment(declared))
        pending.push(checker.getShorthandAssignmentValueSymbol(declared));
      const value = valueOf(declared);
      if (value && ts.isIdentifier(value) && !ts.isVariableDeclaration(declared))
        pending.push(checker.getSymbolAtLocation(value));
      const key = ts.isBindingElement(declared) && moduleOf(declared) !== undefined ? declared : undefined;
      if (key)
        pending.push(
          checker.getTypeAtLocation(key.parent).getProperty((key.propertyName ?? key.name).getText()),
        );
    }
  }
  return false;
}

function valueOf(declared: ts.Node): ts.Expression | undefined {
  const assigned = ts.isPropertyAccessExpression(declared) ? declared.parent : declared;
  if (ts.isBinaryExpression(assigned)) return assigned.right;
  return (declared as { readonly initializer?: ts.Expression }).initializer;
}

function isOfProject(
  { files }: Project,
  helper: ts.SignatureDeclaration | ts.JSDocSignature,
): helper is ts.SignatureDeclaration {
  return !ts.isJSDocSignature(helper) && files.has(helper.getSourceFile().fileName);
}

/** `(request, response) => …`: no task that waits for its turn is given as much. */
export function takesRequest({ checker }: Project, value: ts.Node): boolean {
  const [signature] = checker.getTypeAtLocation(value).getCallSignatures();
  return signature !== undefined && signature.parameters.length > 1;
}

/** Modules whose functions run what they are given in the context of their caller, by whatever name they are imported. */
const KEEPING_MODULES =
  /^(?:p-retry|p-map|p-all|p-series|p-settle|p-props|p-times|p-reduce|p-filter|p-each-series|promise-retry|async-retry|exponential-backoff)$/;

function moduleOf(declared: ts.Node): string | undefined {
  const statement = ts.findAncestor(declared, ts.isImportDeclaration);
  if (statement) return (statement.moduleSpecifier as ts.StringLiteral).text;
  const variable = ts.findAncestor(declared, ts.isVariableDeclaration);
  const made = variable?.initializer;
  const isRequired = made && ts.isCallExpression(made) && made.expression.getText() === 'require';
  const [specifier] = isRequired ? made.arguments : [];
  return specifier && ts.isStringLiteral(specifier) ? specifier.text : undefined;
}

/** Whether a call runs what it is given at once or later, and in either case in the context of the call. */
export function isKeepingCall(
  { checker }: Project,
  { expression }: ts.CallExpression | ts.NewExpression,
): boolean {
  const isMethod = ts.isPropertyAccessExpression(expression);
  const [declared] =
    checker.getSymbolAtLocation(isMethod ? expression.expression : expression)?.declarations ?? [];
  if (!declared) return false;
  const module = moduleOf(declared);
  if (module !== undefined) return KEEPING_MODULES.test(module);
  const isStore =
    (ts.isVariableDeclaration(declared) || ts.isPropertyDeclaration(declared)) &&
    declared.initializer !== undefined &&
    ts.isNewExpression(declared.initializer) &&
    /(?:^|\.)AsyncLocalStorage$/.test(declared.initializer.expression.getText());
  return isStore && isMethod && /^(?:run|exit)$/.test(expression.name.text);
}
