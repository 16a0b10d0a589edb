import { ts } from 'ts-morph';
import type { Evaluator } from '../proof/evaluator.js';
import type { ChannelSearch } from './channel-search.js';
import type { FunctionUses } from './function-uses.js';
import { listenerOf } from './injected-calls.js';
import { isOwnEnd } from './own-ends.js';
import { PortFlow } from './port-flow.js';
import { identifiersOf } from './port-uses.js';
import type { PortPath } from './port-uses.js';
import { findThreadFiles } from './thread-files.js';
import { valuesIn } from './value-names.js';

/** How a port comes to a worker. */
export type Way = 'data' | 'message';

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
    const { files, isWhole } = findThreadFiles(this.search.project, [file]);
    const others = [...files].filter((one) => one !== file).map((one) => this.#flowIn(one, way, path));
    // A module that the worker imports may take it as well.
    if (!isWhole || others.some((flow) => flow.isLost || flow.nodes.size > 0)) return undefined;
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
    for (const node of valuesIn(file)) if (this.#isData(node)) flow.addValue(node, path);
  }

  #isData(node: ts.Expression): boolean {
    const value = this.#evaluator.evaluate(node);
    return value.kind === 'export' && value.name === 'workerData';
  }

  #addMessages(flow: PortFlow, file: ts.SourceFile, path: PortPath): void {
    for (const node of valuesIn(file)) if (isOwnEnd(this.search, node)) this.#addListener(flow, node, path);
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
}
