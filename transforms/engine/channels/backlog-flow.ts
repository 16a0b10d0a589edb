import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { declarationOf, isExportedByName, isOwn, isTaken } from './backlog-names.js';
import type { Named } from './backlog-names.js';
import { argumentsOf, foreignUse, isItself, isPlainParameter } from './backlog-parameters.js';
import { KnownValues } from './known-values.js';
import type { Key } from './known-values.js';
import { emptyCollection, takenFrom, useOfCollection } from './collections.js';
import type { FunctionUses } from './function-uses.js';
import { identifiersOf } from './port-uses.js';
import {
  asValue,
  assignedTo,
  bareValue,
  isAnd,
  isMember,
  isNothing,
  isPlainAssignment,
  isProperty,
  isTested,
  propertyOf,
} from './value-syntax.js';

interface Put {
  readonly value: ts.Expression;
  readonly key: Key;
}

/** Methods of collections that are given what is, or may be, in them. */
const COLLECTING = /^(?:push|unshift|add|set|delete|has|includes|indexOf|lastIndexOf)$/;

export interface FlowQuestions {
  readonly uses: FunctionUses;
  /** Whether a call posts a message, and would be given one with its context if that were known. */
  isPost(call: ts.CallExpression): boolean;
}

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
  readonly #puts: Put[] = [];
  readonly #sought: Put[] = [];
  readonly #embedded: ts.ObjectLiteralElementLike[] = [];
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
    const found: ts.Expression[] = [];
    const literals = new Set<ts.Node>();
    for (const { value, key } of this.#puts) {
      const bare = bareValue(value);
      if (this.#known.has(bare, key)) continue;
      if (key === undefined) found.push(value);
      else if (ts.isObjectLiteralExpression(bare)) {
        literals.add(bare);
        const message = propertyOf(bare, key);
        if (!message) this.#refuse(value);
        else if (!this.#known.has(message, undefined)) found.push(message);
      } else if (!isNothing(bare) || !ts.isVariableDeclaration(value.parent)) this.#refuse(value);
    }
    for (const { value, key } of this.#sought)
      if (key === undefined && !this.#known.has(value, key)) this.#refuse(value);
    for (const { arguments: given } of this.posts)
      if (given[0] && !this.#known.has(given[0], undefined)) found.push(given[0]);
    for (const property of this.#embedded) if (!literals.has(property.parent)) this.#refuse(property);
    return found;
  }

  #refuse(node: ts.Node): void {
    // Of a library's function nothing is to be seen.
    const isOfProject = this.project.files.has(node.getSourceFile().fileName);
    this.problem ??= isOfProject ? node : this.message;
  }

  /** Goes back to where a value comes from; parameters and variables of whole messages only where it has to. */
  #trace(given: ts.Expression, key: Key, isNeeded: boolean): void {
    const node = bareValue(given);
    if (ts.isBinaryExpression(node) && isAnd(node)) return this.#trace(node.right, key, isNeeded);
    const collection = takenFrom(node);
    if (collection) return this.#addCollection(collection, key);
    if (ts.isPropertyAccessExpression(node) && key === undefined) {
      const { expression, name } = node;
      if (!isNeeded && !isTaken(this.project, expression)) return;
      return expression.kind === ts.SyntaxKind.ThisKeyword
        ? this.#refuse(node)
        : this.#trace(expression, name.text, true);
    }
    if (!ts.isIdentifier(node) || isNothing(node)) return isNeeded ? this.#refuse(node) : undefined;
    const declared = declarationOf(this.project, node);
    if (declared && ts.isVariableDeclaration(declared)) {
      if (isNeeded || key !== undefined || isTaken(this.project, node)) this.#addVariable(declared, key);
    } else if (declared && ts.isBindingElement(declared)) {
      if (isNeeded || key !== undefined || isTaken(this.project, node)) this.#addVariable(declared, key);
    } else if (declared && ts.isParameter(declared)) {
      if (isNeeded || key !== undefined) this.#addParameter(declared, key);
    } else if (isNeeded) this.#refuse(node);
  }

  #traceBinding(element: ts.BindingElement, key: Key): void {
    const owner = ts.findAncestor(element, (one) => ts.isVariableDeclaration(one) || ts.isParameter(one));
    const isDirect = owner && element.parent.parent === owner;
    if (!isDirect || !ts.isVariableDeclaration(owner)) return this.#refuse(element);
    if (ts.isArrayBindingPattern(element.parent)) {
      const loop = owner.parent.parent;
      const all = owner.initializer ?? (ts.isForOfStatement(loop) ? loop.expression : undefined);
      return all ? this.#traceList(all, key) : this.#refuse(element);
    }
    if (key !== undefined || !owner.initializer) return this.#refuse(element);
    this.#trace(owner.initializer, (element.propertyName ?? element.name).getText(), true);
  }

  /** Of a loop or a pattern: `tasks`, `tasks.values()`, `tasks.splice(0, 1)`. */
  #traceList(given: ts.Expression, key: Key): void {
    const node = bareValue(given);
    const isCall = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression);
    this.#addCollection(
      isCall ? bareValue((node.expression as ts.PropertyAccessExpression).expression) : node,
      key,
    );
  }

  #isNew(named: Named, key: Key): boolean {
    const known = this.#known.add(named, key);
    if (known === 'otherwise') this.#refuse(named);
    return known === 'new';
  }

  #addCollection(node: ts.Expression, key: Key): void {
    const declared = declarationOf(this.project, node);
    const isField =
      declared && (ts.isPropertyDeclaration(declared) || ts.isPropertyAccessExpression(declared));
    if (!declared || !(isField || ts.isVariableDeclaration(declared))) return this.#refuse(node);
    if (!this.#isNew(declared, key)) return;
    this.hasBacklog = true;
    const { name } = declared;
    const initializer = ts.isPropertyAccessExpression(declared) ? undefined : declared.initializer;
    const uses = [
      ...this.questions.uses.of(name),
      ...(ts.isPropertyAccessExpression(declared) ? [name] : []),
    ];
    const values = uses.map((use) =>
      isMember(use) ? (use.parent as ts.Expression) : (use as ts.Expression),
    );
    const set = values.flatMap((value) => assignedTo(value) ?? []);
    const kinds = new Set(
      [...(initializer ? [initializer] : []), ...set].map((one) => emptyCollection(this.project, one)),
    );
    const [kind] = kinds;
    if (!kind || kinds.size > 1 || !isOwn(this.project, declared, name)) return this.#refuse(declared);
    for (const value of values) {
      if (value.getSourceFile() !== node.getSourceFile()) return this.#refuse(value);
      if (!assignedTo(value)) this.#useCollection(useOfCollection(kind, value), value, key);
    }
  }

  #useCollection(use: ReturnType<typeof useOfCollection>, at: ts.Node, key: Key): void {
    if (use.kind === 'unknown') this.#refuse(at);
    else if (use.kind === 'put') for (const value of use.values) this.#put(value, key);
    else if (use.kind === 'take') this.#sink(use.value, key);
    else if (use.kind === 'look') this.#sought.push({ value: use.value, key });
    else if (use.kind === 'name') for (const name of use.names) this.#addVariable(name as Named, key);
  }

  #put(value: ts.Expression, key: Key): void {
    this.#puts.push({ value, key });
    this.#trace(value, key, false);
  }

  #addVariable(declared: Named, key: Key): void {
    const isVariable = ts.isVariableDeclaration(declared) || ts.isBindingElement(declared);
    if (!isVariable || !this.#isNew(declared, key)) return;
    const { name } = declared;
    if (isExportedByName(declared, name) || declared.parent.kind === ts.SyntaxKind.CatchClause)
      return this.#refuse(declared);
    if (!ts.isIdentifier(name)) return this.#refuse(declared);
    if (ts.isBindingElement(declared)) this.#traceBinding(declared, key);
    else if (declared.initializer) this.#put(declared.initializer, key);
    else if (ts.isForOfStatement(declared.parent.parent))
      this.#traceList(declared.parent.parent.expression, key);
    for (const use of identifiersOf(this.project, name)) this.#sink(use, key);
  }

  /** Of a function that others call as well, what it is given need not be injected yet. */
  #addParameter(declared: ts.ParameterDeclaration, key: Key): void {
    const { uses } = this.questions;
    const foreign = foreignUse(uses, declared);
    if (!isPlainParameter(declared)) return this.#refuse(declared);
    if (foreign) return this.#addDoor(declared, key, foreign);
    if (!this.#isNew(declared, key)) return;
    const index = declared.parent.parameters.indexOf(declared);
    for (const { arguments: given } of argumentsOf(uses, declared))
      if (given[index]) this.#put(given[index], key);
    for (const use of identifiersOf(this.project, declared.name as ts.Identifier)) this.#sink(use, key);
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
    for (const use of identifiersOf(this.project, declared.name as ts.Identifier)) this.#sink(use, key);
  }

  /** Looks at what becomes of an expression that is, or may be, what has been handed in. */
  #sink(given: ts.Expression, key: Key): void {
    const value = asValue(given);
    const { parent } = value;
    if (ts.isExpressionStatement(parent)) return;
    if (isTested(value)) this.isTested ||= key === undefined;
    if (ts.isBinaryExpression(parent)) return this.#sinkBinary(parent, value, key);
    if (isTested(value)) return;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === value && key !== undefined) {
      if (parent.name.text === key) this.#sink(parent, undefined);
    } else if (ts.isVariableDeclaration(parent)) this.#sinkDeclared(parent, key);
    else if (ts.isCallExpression(parent) && parent.expression !== value) this.#sinkGiven(parent, value, key);
    else if (isProperty(parent) && key === undefined) this.#embedded.push(parent);
    else this.#refuse(value);
  }

  #sinkBinary(parent: ts.BinaryExpression, value: ts.Expression, key: Key): void {
    if (isAnd(parent)) return parent.right === value ? this.#sink(parent, key) : undefined;
    if (!isPlainAssignment(parent)) return isTested(value) ? undefined : this.#refuse(value);
    const target = parent.left;
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
    if (!ts.isObjectBindingPattern(name) || key === undefined) return this.#refuse(declared);
    for (const element of name.elements) {
      const taken = element.propertyName ?? element.name;
      if (element.dotDotDotToken || !(ts.isIdentifier(taken) || ts.isStringLiteral(taken)))
        return this.#refuse(element);
      if (taken.text !== key) continue;
      if (element.initializer) return this.#refuse(element);
      this.#addVariable(element, undefined);
    }
  }

  #sinkGiven(call: ts.CallExpression, value: ts.Expression, key: Key): void {
    const { expression: callee, arguments: given } = call;
    const index = given.indexOf(value);
    if (given.slice(0, index).some(ts.isSpreadElement)) return this.#refuse(value);
    if (key === undefined && index === 0 && this.questions.isPost(call)) return void this.posts.add(call);
    const method = ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
    if (ts.isPropertyAccessExpression(callee) && COLLECTING.test(method)) {
      // The key of a map is no entry of it.
      if (method === 'set' && index !== 1) return this.#refuse(value);
      return this.#addCollection(bareValue(callee.expression), key);
    }
    const declared = declarationOf(this.project, callee);
    const isVariable = declared && (ts.isVariableDeclaration(declared) || ts.isPropertyDeclaration(declared));
    const made = isVariable && declared.initializer ? declared.initializer : declared;
    const parameter = made && ts.isFunctionLike(made) ? made.parameters[index] : undefined;
    if (!parameter) return this.#refuse(value);
    this.#addParameter(parameter, key);
    if (this.#doors.has(parameter) && this.#known.has(value, key)) this.handedBack.add(call);
  }
}
