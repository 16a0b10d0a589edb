import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { collectionOf, findCollection } from './backlog-collections.js';
import { declarationOf, isExportedByName, isTaken, keyOf, sourceOf } from './backlog-names.js';
import type { Named } from './backlog-names.js';
import { assignedValue, findSlot } from './backlog-slots.js';
import { argumentsOf, foreignUse, isItself, isPlainParameter, parameterOf } from './backlog-parameters.js';
import { HandedIn } from './handed-in.js';
import { KnownValues } from './known-values.js';
import type { Key } from './known-values.js';
import { listOf, takenFrom, useOfCollection } from './collections.js';
import type { FlowQuestions } from './flow-questions.js';
import { identifiersOf } from './port-uses.js';
import {
  alternativesOf,
  asValue,
  bareValue,
  isAnd,
  isEquality,
  isNothing,
  isOr,
  isPlainAssignment,
  isProperty,
  isTested,
} from './value-syntax.js';

/** Methods of collections that are given what is, or may be, in them. */
const COLLECTING = /^(?:push|unshift|add|set|delete|has|includes|indexOf|lastIndexOf)$/;

/**
 * Follows the message of a post back to where it was put into a backlog, and from there to all that comes of it. What has
 * been injected is opaque: it may be posted, kept, and asked whether it is there.
 */
export class BacklogFlow {
  /** Why it cannot be followed, if so. */
  problem: ts.Node | undefined;
  /** The posts of what comes out of the backlog. */
  readonly posts = new Set<ts.CallExpression>();
  /** The calls that give what has waited to a function which others hand messages in by. */
  readonly handedBack = new Set<ts.CallExpression>();
  /** Whether it matters that a message is truthy. */
  isTested = false;
  /** Whether anything waits at all. */
  hasBacklog = false;
  readonly #known: KnownValues;
  readonly #handedIn = new HandedIn();
  readonly #doors = new Map<ts.ParameterDeclaration, Key>();

  constructor(
    private readonly project: Project,
    private readonly questions: FlowQuestions,
    private readonly message: ts.Expression,
  ) {
    this.#known = new KnownValues(project);
    this.#trace(message, undefined, true);
  }

  /** The messages as they are handed in. */
  handIns(): ts.Expression[] {
    return this.#handedIn.messages(this.#known, this.posts, (node) => this.#refuse(node));
  }

  #refuse(node: ts.Node): void {
    // Of a library's function nothing is to be seen.
    const isOfProject = this.project.files.has(node.getSourceFile().fileName);
    this.problem ??= isOfProject ? node : this.message;
  }

  /** Goes back to where a value comes from; parameters and variables of whole messages only where it has to. */
  #trace(given: ts.Expression, key: Key, isNeeded: boolean): void {
    const node = bareValue(given);
    const alternatives = alternativesOf(node);
    if (alternatives) return alternatives.forEach((one) => this.#trace(one, key, isNeeded));
    const collection = takenFrom(node);
    if (collection) return this.#addCollection(collection, key);
    if (ts.isPropertyAccessExpression(node) && key === undefined) {
      const { expression, name } = node;
      if (!isNeeded && !isTaken(this.project, expression)) return;
      return expression.kind === ts.SyntaxKind.ThisKeyword
        ? this.#addSlot(node, key)
        : this.#trace(expression, name.text, true);
    }
    if (ts.isPropertyAccessExpression(node) && isNeeded) return this.#addSlot(node, key);
    if (!ts.isIdentifier(node) || isNothing(node)) return isNeeded ? this.#refuse(node) : undefined;
    const declared = declarationOf(this.project, node);
    if (declared && ts.isVariableDeclaration(declared)) {
      if (isNeeded || key !== undefined || isTaken(this.project, node)) this.#addVariable(declared, key);
    } else if (declared && ts.isBindingElement(declared)) {
      const owner = declared.parent.parent;
      if (ts.isParameter(owner) && ts.isObjectBindingPattern(declared.parent) && key === undefined)
        return isNeeded ? this.#addParameter(owner, keyOf(declared)) : undefined;
      if (isNeeded || key !== undefined || isTaken(this.project, node)) this.#addVariable(declared, key);
    } else if (declared && ts.isParameter(declared)) {
      if (isNeeded || key !== undefined) this.#addParameter(declared, key);
    } else if (isNeeded) this.#refuse(node);
  }

  #traceBinding(element: ts.BindingElement, key: Key): void {
    // It is followed from there.
    if (ts.isParameter(element.parent.parent)) return;
    const source = sourceOf(element);
    const isArray = ts.isArrayBindingPattern(element.parent);
    if (!source || (!isArray && key !== undefined)) return this.#refuse(element);
    const taken = isArray ? key : keyOf(element);
    if (source.isList) this.#traceList(source.expression, taken);
    else this.#trace(source.expression, taken, true);
  }

  /** Of a loop or a pattern: `tasks`, `tasks.values()`, `tasks.splice(0, 1)`. */
  #traceList(given: ts.Expression, key: Key): void {
    this.#addCollection(listOf(given), key);
  }

  #isNew(named: Named, key: Key): boolean {
    const known = this.#known.add(named, key);
    if (known === 'otherwise') this.#refuse(named);
    return known === 'new';
  }

  #addCollection(node: ts.Expression, key: Key): void {
    const declared = collectionOf(this.project, node);
    if (!declared) return this.#refuse(node);
    if (!this.#isNew(declared, key)) return;
    this.hasBacklog = true;
    const found = findCollection(this.project, this.questions.uses, declared, node.getSourceFile());
    if ('problem' in found) return this.#refuse(found.problem);
    for (const value of found.values) this.#useCollection(useOfCollection(found.kind, value), value, key);
  }

  #useCollection(use: ReturnType<typeof useOfCollection>, at: ts.Node, key: Key): void {
    if (use.kind === 'unknown') this.#refuse(at);
    else if (use.kind === 'put') for (const value of use.values) this.#put(value, key);
    else if (use.kind === 'take') this.#sink(use.value, key);
    else if (use.kind === 'look') this.#handedIn.seek(use.value, key);
    else if (use.kind === 'name') for (const name of use.names) this.#addVariable(name as Named, key);
    else if (use.kind === 'find') {
      for (const name of use.names) this.#addVariable(name as Named, key);
      this.#sink(use.value, key);
    }
  }

  #put(value: ts.Expression, key: Key): void {
    this.#handedIn.put(value, key);
    this.#trace(value, key, false);
  }

  #addVariable(declared: Named, key: Key): void {
    const isVariable =
      ts.isVariableDeclaration(declared) || ts.isBindingElement(declared) || ts.isParameter(declared);
    if (!isVariable || !this.#isNew(declared, key)) return;
    const { name } = declared;
    if (ts.isObjectBindingPattern(name)) return this.#sinkPattern(name, key);
    if (isExportedByName(declared, name) || declared.parent.kind === ts.SyntaxKind.CatchClause)
      return this.#refuse(declared);
    if (!ts.isIdentifier(name)) return this.#refuse(declared);
    if (ts.isParameter(declared)) this.#refuseUnless(isPlainParameter(declared), declared);
    else if (ts.isBindingElement(declared)) this.#traceBinding(declared, key);
    else if (declared.initializer) this.#put(declared.initializer, key);
    else if (ts.isForOfStatement(declared.parent.parent))
      this.#traceList(declared.parent.parent.expression, key);
    for (const use of identifiersOf(this.project, name)) this.#sink(use, key);
  }

  #refuseUnless(isRight: boolean, node: ts.Node): void {
    if (!isRight) this.#refuse(node);
  }

  /** A property that entries, or messages, are kept in one at a time. */
  #addSlot(target: ts.PropertyAccessExpression, key: Key): void {
    const slot = findSlot(this.project, this.questions.uses, target);
    const known = slot && this.#known.add(slot.id, key);
    if (!slot || known === 'otherwise') return this.#refuse(target);
    if (known === 'known') return;
    for (const value of slot.initial) this.#put(value, key);
    for (const value of slot.values) {
      const set = assignedValue(value);
      if (set) this.#put(set, key);
      else this.#sink(value, key);
    }
  }

  /** Of a function that others call as well, what it is given need not be injected yet. */
  #addParameter(declared: ts.ParameterDeclaration, key: Key): void {
    const { uses } = this.questions;
    const foreign = foreignUse(this.project, uses, declared, key !== undefined);
    if (!isPlainParameter(declared, key !== undefined)) return this.#refuse(declared);
    if (foreign) return this.#addDoor(declared, key, foreign);
    if (!this.#isNew(declared, key)) return;
    const index = declared.parent.parameters.indexOf(declared);
    for (const { arguments: given } of argumentsOf(uses, declared))
      if (given[index]) this.#put(given[index], key);
    this.#sinkName(declared.name, key);
  }

  #addDoor(declared: ts.ParameterDeclaration, key: Key, foreign: ts.Node): void {
    if (this.#doors.has(declared))
      return this.#doors.get(declared) === key ? undefined : this.#refuse(declared);
    this.#doors.set(declared, key);
    const { uses } = this.questions;
    if (!isItself(this.project, uses, declared.parent)) return this.#refuse(foreign);
    const index = declared.parent.parameters.indexOf(declared);
    for (const { arguments: given } of argumentsOf(uses, declared))
      if (given[index]) this.#trace(given[index], key, false);
    this.#sinkName(declared.name, key);
  }

  #sinkName(name: ts.BindingName, key: Key): void {
    if (ts.isObjectBindingPattern(name)) this.#sinkPattern(name, key);
    else if (ts.isIdentifier(name)) for (const use of identifiersOf(this.project, name)) this.#sink(use, key);
  }

  /** Looks at what becomes of an expression that is, or may be, what has been handed in. */
  #sink(given: ts.Expression, key: Key): void {
    const value = asValue(given);
    const { parent } = value;
    if (ts.isExpressionStatement(parent) || ts.isDeleteExpression(parent)) return;
    if (ts.isConditionalExpression(parent) && parent.condition !== value) return this.#sink(parent, key);
    if (isTested(value)) this.isTested ||= key === undefined;
    if (ts.isBinaryExpression(parent)) return this.#sinkBinary(parent, value, key);
    if (isTested(value)) return;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === value && key !== undefined) {
      if (parent.name.text === key) this.#sink(parent, undefined);
    } else if (ts.isVariableDeclaration(parent)) this.#sinkDeclared(parent, key);
    else if (ts.isCallExpression(parent) && parent.expression !== value) this.#sinkGiven(parent, value, key);
    else if (isProperty(parent) && key === undefined) this.#handedIn.embed(parent);
    else this.#refuse(value);
  }

  #sinkBinary(parent: ts.BinaryExpression, value: ts.Expression, key: Key): void {
    if (isAnd(parent)) return parent.right === value ? this.#sink(parent, key) : undefined;
    if (isOr(parent)) {
      this.isTested ||= key === undefined;
      return this.#sink(parent, key);
    }
    // Which entry it is says nothing of what is in it.
    if (isEquality(parent) && key !== undefined) return;
    if (!isPlainAssignment(parent)) return isTested(value) ? undefined : this.#refuse(value);
    const target = parent.left;
    if (ts.isPropertyAccessExpression(target) && target !== value) {
      this.#addSlot(target, key);
      return this.#sink(parent, key);
    }
    const declared = declarationOf(this.project, target);
    if (!ts.isIdentifier(target) || !declared) return this.#refuse(value);
    if (target === value) return this.#put(parent.right, key);
    if (!ts.isVariableDeclaration(declared)) return this.#refuse(value);
    this.#addVariable(declared, key);
    this.#sink(parent, key);
  }

  #sinkDeclared(declared: ts.VariableDeclaration, key: Key): void {
    const { name } = declared;
    if (ts.isIdentifier(name)) return this.#addVariable(declared, key);
    if (ts.isObjectBindingPattern(name)) this.#sinkPattern(name, key);
    else this.#refuse(declared);
  }

  #sinkPattern({ elements, parent }: ts.ObjectBindingPattern, key: Key): void {
    if (key === undefined) return this.#refuse(parent);
    for (const element of elements) {
      const taken = element.propertyName ?? element.name;
      if (element.dotDotDotToken || !(ts.isIdentifier(taken) || ts.isStringLiteral(taken)))
        return this.#refuse(element);
      if (taken.text !== key) continue;
      if (element.initializer) return this.#refuse(element);
      this.#addTakenOut(element);
    }
  }

  /** Of the parameter of a function that others call as well, nothing is known. */
  #addTakenOut(element: ts.BindingElement): void {
    const owner = element.parent.parent;
    if (ts.isParameter(owner) && this.#doors.has(owner)) this.#sinkName(element.name, undefined);
    else this.#addVariable(element, undefined);
  }

  #sinkGiven(call: ts.CallExpression, value: ts.Expression, key: Key): void {
    const { expression: callee, arguments: given } = call;
    const index = given.indexOf(value);
    if (given.slice(0, index).some(ts.isSpreadElement)) return this.#refuse(value);
    if (key === undefined && this.questions.isInjecting(call)) return this.#sink(call, key);
    if (key === undefined && index === 0 && this.questions.isPost(call)) return void this.posts.add(call);
    const method = ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
    const isCollecting = COLLECTING.test(method) || (method === 'splice' && index > 1);
    if (ts.isPropertyAccessExpression(callee) && isCollecting) {
      // The key of a map is no entry of it.
      if (method === 'set' && index !== 1) return this.#refuse(value);
      return this.#addCollection(bareValue(callee.expression), key);
    }
    const parameter = parameterOf(this.project, call, index);
    if (!parameter) return this.#refuse(value);
    this.#addParameter(parameter, key);
    if (this.#doors.has(parameter) && this.#known.has(value, key)) this.handedBack.add(call);
  }
}
