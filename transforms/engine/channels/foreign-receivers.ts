import { ts } from 'ts-morph';
import { requiredSpecifier } from '../proof/functions.js';
import type { Project } from '../project.js';
import { declarationOf } from './backlog-names.js';
import { nameOfFunction } from './function-names.js';
import { isExporting, isMention } from './use-syntax.js';
import { bareValue } from './value-syntax.js';

/** What web frameworks and servers give functions to; those are given what is of a request. */
const ROUTING = /^(?:get|post|put|patch|delete|head|options|all|route|createServer)$/;
/** The same where a function takes both sides of a request: `use((request, response) => …)`. */
const MOUNTING = /^(?:use|handle|register)$/;
const MAX_DEPTH = 5;

/**
 * Tells what cannot be an object of the project, although it has no type: what is made by a library that was given nothing,
 * or belongs to a request.
 */
export class ForeignReceivers {
  readonly #known = new Map<ts.Declaration, boolean>();

  constructor(
    private readonly project: Project,
    private readonly uses: { of(name: ts.Node): readonly ts.Node[] },
  ) {}

  isForeign(given: ts.Expression, depth = 0): boolean {
    const node = bareValue(given);
    if (depth > MAX_DEPTH) return false;
    if (ts.isAwaitExpression(node)) return this.isForeign(node.expression, depth);
    if (ts.isPropertyAccessExpression(node)) return this.isForeign(node.expression, depth);
    const specifier = ts.isCallExpression(node) ? requiredSpecifier(node) : undefined;
    if (specifier !== undefined) return !this.project.resolve(specifier, node.getSourceFile().fileName);
    if (ts.isNewExpression(node)) return this.isForeign(node.expression, depth);
    if (ts.isCallExpression(node))
      return node.arguments.every(isPlain) && this.isForeign(node.expression, depth);
    return ts.isIdentifier(node) && this.#isForeignName(node, depth);
  }

  /** The same of what a pattern takes apart. */
  isPatternOfForeign({ parent: owner }: ts.BindingPattern): boolean {
    if (ts.isParameter(owner)) return this.#isOfRequest(owner);
    const made = ts.isVariableDeclaration(owner) ? owner.initializer : undefined;
    return made !== undefined && this.isForeign(made);
  }

  #isForeignName(node: ts.Identifier, depth: number): boolean {
    const declared = declarationOf(this.project, node);
    if (!declared) return /^[A-Z]/.test(node.text);
    const known = this.#known.get(declared);
    if (known !== undefined) return known;
    // What goes around in a circle is nothing that is known.
    this.#known.set(declared, false);
    const isForeign = this.#isDeclaredAbroad(declared, depth + 1);
    this.#known.set(declared, isForeign);
    return isForeign;
  }

  #isDeclaredAbroad(declared: ts.Declaration, depth: number): boolean {
    const imported = ts.findAncestor(declared, ts.isImportDeclaration)?.moduleSpecifier;
    if (imported && ts.isStringLiteral(imported))
      return !this.project.resolve(imported.text, declared.getSourceFile().fileName);
    if (ts.isParameter(declared)) return this.#isOfRequest(declared);
    if (ts.isBindingElement(declared)) {
      const owner = declared.parent.parent;
      return ts.isVariableDeclaration(owner) && this.#isMadeAbroad(owner, depth);
    }
    return ts.isVariableDeclaration(declared) && this.#isMadeAbroad(declared, depth);
  }

  #isOfRequest({ parent: owner }: ts.ParameterDeclaration): boolean {
    if (isRouted(owner, owner.parameters.length)) return true;
    const name = nameOfFunction(owner);
    const uses = name ? this.uses.of(name).filter((use) => !isMention(use) && !isExporting(use)) : [];
    return uses.length > 0 && uses.every((use) => isRouted(use, owner.parameters.length));
  }

  #isMadeAbroad({ initializer, parent }: ts.VariableDeclaration, depth: number): boolean {
    const isConstant = (parent.flags & ts.NodeFlags.Const) !== 0;
    return isConstant && initializer !== undefined && this.isForeign(initializer, depth);
  }
}

/** Whether a function is given to a framework where it stands, or where it is named, as the handler of requests. */
function isRouted(value: ts.Node, parameters: number): boolean {
  const { parent } = value;
  if (ts.isPropertyAccessExpression(parent) && parent.name === value) return isRouted(parent, parameters);
  if (ts.isArrayLiteralExpression(parent)) return isRouted(parent, parameters);
  if (!ts.isCallExpression(parent) || parent.expression === value) return false;
  const { expression: callee } = parent;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  return ROUTING.test(name) || (MOUNTING.test(name) && parameters > 1);
}

/** What hands nothing over: texts, numbers, options that are written out. */
function isPlain(given: ts.Expression): boolean {
  const node = bareValue(given);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.every((one) => ts.isPropertyAssignment(one) && isPlain(one.initializer));
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isPlain);
  if (/^process\.env\b/.test(node.getText())) return true;
  return ts.isLiteralExpression(node) || /^(?:true|false|null|undefined)$/.test(node.getText());
}
