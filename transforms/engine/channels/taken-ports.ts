import { ts } from 'ts-morph';
import type { Evaluator } from '../proof/evaluator.js';
import type { ChannelSearch } from './channel-search.js';
import type { FunctionUses } from './function-uses.js';
import { listenerOf } from './injected-calls.js';
import { isOwnEnd } from './own-ends.js';
import { PortFlow } from './port-flow.js';
import { identifiersOf } from './port-uses.js';
import type { PortPath } from './port-uses.js';

/** How a port comes to a worker. */
export type Way = 'data' | 'message';

function importsOf(file: ts.SourceFile): (ts.Expression | undefined)[] {
  const found: (ts.Expression | undefined)[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier) found.push(node.moduleSpecifier);
    } else if (ts.isCallExpression(node)) {
      const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
      if (isRequire || node.expression.kind === ts.SyntaxKind.ImportKeyword) found.push(node.arguments[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The names and members in a file that are values, and not part of another member. */
function expressionsIn(file: ts.SourceFile): ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    const isMember = ts.isPropertyAccessExpression(node);
    if (isMember || (ts.isIdentifier(node) && isValue(node))) found.push(node);
    if (isMember) visit(node.expression);
    else if (!ts.isImportDeclaration(node) && !ts.isTypeNode(node)) ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether an identifier is not the name of what is declared. */
function isValue(node: ts.Identifier): boolean {
  const { name, propertyName } = node.parent as { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  if (ts.isShorthandPropertyAssignment(node.parent)) return true;
  return name !== node && propertyName !== node && !ts.isExportSpecifier(node.parent);
}

/** Finds what workers do with the ports that they are given. */
export class TakenPorts {
  readonly #evaluator: Evaluator;

  constructor(
    private readonly search: ChannelSearch,
    private readonly uses: FunctionUses,
  ) {
    this.#evaluator = search.evaluator;
  }

  /** The expressions that mean the port, in a worker's file; `undefined` where others may mean it as well. */
  find(file: string, way: Way, path: PortPath): ReadonlySet<ts.Node> | undefined {
    const reached = this.#reach(file);
    const others = reached?.filter((one) => one !== file).map((one) => this.#flowIn(one, way, path));
    // A module that the worker imports may take it as well.
    if (!others || others.some((flow) => flow.isLost || flow.nodes.size > 0)) return undefined;
    return this.#flowIn(file, way, path).finish();
  }

  #flowIn(path: string, way: Way, within: PortPath): PortFlow {
    const flow = new PortFlow(this.search.project, this.uses);
    const file = this.search.project.sourceFile(path);
    if (!file) return flow;
    if (way === 'data') this.#addData(flow, file, within);
    else this.#addMessages(flow, file, within);
    return flow;
  }

  #addData(flow: PortFlow, file: ts.SourceFile, path: PortPath): void {
    if (!/\bworkerData\b/.test(file.text)) return;
    for (const node of expressionsIn(file)) if (this.#isData(node)) flow.addValue(node, path);
  }

  #isData(node: ts.Expression): boolean {
    if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return false;
    const value = this.#evaluator.evaluate(node);
    return value.kind === 'export' && value.name === 'workerData';
  }

  #addMessages(flow: PortFlow, file: ts.SourceFile, path: PortPath): void {
    for (const node of expressionsIn(file))
      if (isOwnEnd(this.search, node)) this.#addListener(flow, node, path);
  }

  /** What is done with a worker's own end. */
  #addListener(flow: PortFlow, end: ts.Expression, path: PortPath): void {
    let value: ts.Node = end;
    while (ts.isNonNullExpression(value.parent) || ts.isParenthesizedExpression(value.parent))
      value = value.parent;
    const member = value.parent;
    if (!ts.isPropertyAccessExpression(member) || member.expression !== value) {
      // Asked whether it is there, or given to somebody.
      flow.isLost ||= ts.isCallOrNewExpression(member) || ts.isVariableDeclaration(member);
      return;
    }
    const listener = listenerOf(member);
    if (!listener) {
      const [event] = ts.isCallExpression(member.parent) ? member.parent.arguments : [];
      const isListening = /^(?:on\w*|addEventListener|prepend\w+|listeners)$/.test(member.name.text);
      flow.isLost ||= isListening && !(event && ts.isStringLiteralLike(event) && event.text !== 'message');
      return;
    }
    if (/^(?:off|remove)/.test(member.name.text)) return;
    const isEvent = /^(?:onmessage|addEventListener)$/.test(member.name.text);
    const handler = this.#functionOf(listener);
    const [parameter] = handler?.parameters ?? [];
    if (!handler || /\barguments\b/.test(handler.getText())) flow.isLost = true;
    else if (parameter?.initializer || parameter?.dotDotDotToken) flow.isLost = true;
    else if (parameter) flow.addName(parameter.name, isEvent ? ['data', ...path] : path);
  }

  /** The function that a listener is, or that its name means, which nobody else calls. */
  #functionOf(listener: ts.Expression): ts.SignatureDeclaration | undefined {
    if (ts.isFunctionLike(listener)) return listener;
    if (!ts.isIdentifier(listener)) return undefined;
    const { checker } = this.search.project;
    const [declared, ...more] = checker.getSymbolAtLocation(listener)?.declarations ?? [];
    const made = declared && ts.isVariableDeclaration(declared) ? declared.initializer : declared;
    if (!made || more.length > 0 || !ts.isFunctionLike(made)) return undefined;
    const { name } = declared as ts.VariableDeclaration | ts.FunctionDeclaration;
    const others = name && ts.isIdentifier(name) ? identifiersOf(this.search.project, name) : [];
    return others.every((one) => ts.isCallExpression(one.parent) && one.parent.expression !== one)
      ? made
      : undefined;
  }

  /** The files that run in the thread of one; `undefined` where what is loaded is computed. */
  #reach(start: string): string[] | undefined {
    const { project } = this.search;
    const reached = new Set([start]);
    for (const path of reached) {
      const file = project.sourceFile(path);
      for (const node of file ? importsOf(file) : []) {
        const specifier = node && ts.isStringLiteralLike(node) ? node.text : undefined;
        if (specifier === undefined) return undefined;
        const found = project.resolve(specifier, path);
        if (found) reached.add(found.fileName);
      }
    }
    return [...reached];
  }
}
