import { ts } from 'ts-morph';
import { callOf } from '../sites/dispatch-members.js';
import type { Project } from '../project.js';
import { asValue } from './value-syntax.js';

/** Where within a message, or the data of a worker, a port is: the names of the properties that lead to it. */
export type PortPath = readonly string[];

/** What is done with a port, by the node that means it. */
export type PortUse =
  /** A method is called on it, or its handler is set. */
  | { readonly kind: 'own'; readonly member: ts.PropertyAccessExpression; readonly isGivenOn: boolean }
  /** It is in the data that a worker is made with. */
  | { readonly kind: 'data'; readonly path: PortPath; readonly construct: ts.NewExpression }
  /** It goes along with a message. */
  | { readonly kind: 'message'; readonly path: PortPath; readonly call: ts.CallExpression }
  /** It is one of those that are moved. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'other' };

const LISTENING = /^(?:on|once|off|(?:add|remove)(?:Event)?Listener)$/;
const HANDLER = /^on(?:message|messageerror|close)$/;
const METHODS = /^(?:postMessage|close|start|ref|unref|hasRef)$/;

/** Whether it can be seen what a member of a port is used for. */
function isPlain(member: ts.PropertyAccessExpression): boolean {
  const { parent, name } = member;
  if (HANDLER.test(name.text)) return ts.isBinaryExpression(parent) && parent.left === member;
  const call = callOf(member);
  if (!call || !LISTENING.test(name.text)) return call !== undefined && METHODS.test(name.text);
  const [event, listener] = call.arguments;
  return (
    event !== undefined &&
    ts.isStringLiteralLike(event) &&
    listener !== undefined &&
    !ts.isSpreadElement(listener)
  );
}

/** Whether a call gives its port to more code: `port.on('close', …).on('message', …)`. */
function isGivenOn(member: ts.PropertyAccessExpression): boolean {
  const call = LISTENING.test(member.name.text) ? callOf(member) : undefined;
  return call !== undefined && !ts.isExpressionStatement(call.parent) && !ts.isVoidExpression(call.parent);
}

/** All identifiers of a file that mean what one declares, that one aside. */
export function identifiersOf({ checker }: Project, name: ts.Identifier): ts.Identifier[] {
  const symbol = checker.getSymbolAtLocation(name);
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name.text && node !== name) {
      const meant = ts.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
      if (meant === symbol) found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(name.getSourceFile());
  return found;
}

export function useOf(node: ts.Node): PortUse {
  const { parent } = node;
  if (ts.isExpression(node) && asValue(node) !== node) return useOf(asValue(node));
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
    return isPlain(parent)
      ? { kind: 'own', member: parent, isGivenOn: isGivenOn(parent) }
      : { kind: 'other' };
  }
  if (ts.isArrayLiteralExpression(parent) && isMoved(parent)) return { kind: 'moved' };
  return useOfValue(node, []);
}

/** Of a port, or an object that is written around it. */
function useOfValue(given: ts.Node, path: PortPath): PortUse {
  const node = ts.isExpression(given) ? asValue(given) : given;
  const { parent } = node;
  const call = postOf(node);
  if (call) return { kind: 'message', path, call };
  const isValue =
    ts.isShorthandPropertyAssignment(parent) ||
    (ts.isPropertyAssignment(parent) && parent.initializer === node);
  if (!isValue || !(ts.isIdentifier(parent.name) || ts.isStringLiteral(parent.name)))
    return { kind: 'other' };
  const construct = parent.parent.parent;
  if (parent.name.text === 'workerData' && ts.isNewExpression(construct))
    return { kind: 'data', path, construct };
  return useOfValue(parent.parent, [parent.name.text, ...path]);
}

/** The call that posts a message. */
function postOf(node: ts.Node): ts.CallExpression | undefined {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return undefined;
  const { expression } = parent;
  // Around the message of a run before.
  if (ts.isIdentifier(expression)) return postOf(asValue(parent));
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 'postMessage'
    ? parent
    : undefined;
}

/** `postMessage(message, [port])`, `{ transferList: [port] }`. */
function isMoved(list: ts.ArrayLiteralExpression): boolean {
  const { parent } = list;
  if (ts.isCallExpression(parent)) return parent.arguments[1] === list;
  return ts.isPropertyAssignment(parent) && /^transfer(?:List)?$/.test(parent.name.getText());
}
