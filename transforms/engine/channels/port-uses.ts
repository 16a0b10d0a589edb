import { ts } from 'ts-morph';
import { callOf } from '../sites/dispatch-members.js';
import type { Project } from '../project.js';

/** What is done with a port, by the node that means it. */
export type PortUse =
  /** A method is called on it, or its handler is set. */
  | { readonly kind: 'own'; readonly member: ts.PropertyAccessExpression; readonly isGivenOn: boolean }
  /** It is the value of a property of the data that a worker is made with. */
  | { readonly kind: 'data'; readonly key: string; readonly construct: ts.NewExpression }
  /** It goes along with a message, or is one of those that are moved. */
  | { readonly kind: 'sent' }
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

/** The nodes that mean a property of what a name is: `data.port`, or what a pattern takes out of it; `undefined` where it is given away. */
export function propertiesOf(
  project: Project,
  names: readonly ts.Identifier[],
): ReadonlyMap<string, readonly ts.Node[]> | undefined {
  const found = new Map<string, ts.Node[]>();
  const add = (key: string, nodes: readonly ts.Node[]): void =>
    void found.set(key, [...(found.get(key) ?? []), ...nodes]);
  for (const name of names) {
    const { parent } = name;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === name) add(parent.name.text, [parent]);
    else if (
      ts.isVariableDeclaration(parent) &&
      parent.initializer === name &&
      ts.isObjectBindingPattern(parent.name)
    ) {
      for (const element of parent.name.elements) {
        if (element.dotDotDotToken || !ts.isIdentifier(element.name)) return undefined;
        add((element.propertyName ?? element.name).getText(), identifiersOf(project, element.name));
      }
    } else return undefined;
  }
  return found;
}

export function useOf(node: ts.Node): PortUse {
  const { parent } = node;
  if (ts.isNonNullExpression(parent)) return useOf(parent);
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
    return isPlain(parent)
      ? { kind: 'own', member: parent, isGivenOn: isGivenOn(parent) }
      : { kind: 'other' };
  }
  const isValue =
    ts.isShorthandPropertyAssignment(parent) ||
    (ts.isPropertyAssignment(parent) && parent.initializer === node);
  if (isValue) return useOfProperty(parent);
  return ts.isArrayLiteralExpression(parent) && isMoved(parent) ? { kind: 'sent' } : { kind: 'other' };
}

function useOfProperty(property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment): PortUse {
  const data = property.parent;
  const owner = data.parent;
  if (isPosted(data)) return { kind: 'sent' };
  const construct = owner.parent?.parent;
  const isData = ts.isPropertyAssignment(owner) && owner.name.getText() === 'workerData';
  if (!isData || !construct || !ts.isNewExpression(construct)) return { kind: 'other' };
  return { kind: 'data', key: property.name.getText(), construct };
}

function isPosted(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return false;
  const { expression } = parent;
  // Around the message of a run before.
  if (ts.isIdentifier(expression)) return isPosted(parent);
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 'postMessage';
}

/** `postMessage(message, [port])`, `{ transferList: [port] }`. */
function isMoved(list: ts.ArrayLiteralExpression): boolean {
  const { parent } = list;
  if (ts.isCallExpression(parent)) return parent.arguments[1] === list;
  return ts.isPropertyAssignment(parent) && /^transfer(?:List)?$/.test(parent.name.getText());
}
