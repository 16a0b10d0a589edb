import { ts } from 'ts-morph';
import type { Assignments } from '../proof/assignments.js';
import { returnedExpressions } from '../proof/functions.js';
import type { Project } from '../project.js';
import type { Origins } from '../sites/worker-files.js';
import { keyOf } from './backlog-names.js';
import type { GivenArguments } from './given-arguments.js';
import { listedIn } from './given-arguments.js';
import { alternativesOf, bareValue, isNothing } from './value-syntax.js';

type Found = readonly ts.Expression[] | undefined;

/** What is found of each, if something is found of all. */
function ofAll<T>(of: readonly T[], find: (one: T) => Found): Found {
  const found = of.map(find);
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
}

/**
 * Finds what may be meant by the names in the expressions for workers' files: all that is assigned to variables and
 * fields, and all that a function or a constructor is given, be it in an object of options.
 */
export class PathOrigins implements Origins {
  /** What is being looked at: of what goes around in a circle, the rest counts. */
  readonly #active = new Set<ts.Symbol>();

  constructor(
    private readonly project: Project,
    private readonly assignments: Assignments,
    private readonly given: GivenArguments,
  ) {}

  ofName(node: ts.Identifier | ts.PropertyAccessExpression): Found {
    const symbol = this.#symbolAt(node);
    const member = ts.isPropertyAccessExpression(node) ? node : undefined;
    if (!symbol) return member && this.#propertyOf(member.expression, member.name.text);
    if (this.#active.has(symbol)) return [];
    this.#active.add(symbol);
    const found = this.#ofSymbol(symbol, member);
    this.#active.delete(symbol);
    return found;
  }

  ofCall({ expression }: ts.CallExpression): Found {
    if (!ts.isIdentifier(expression) && !ts.isPropertyAccessExpression(expression)) return undefined;
    const [declared, ...others] = this.#symbolAt(expression)?.declarations ?? [];
    const isVariable = declared && (ts.isVariableDeclaration(declared) || ts.isPropertyDeclaration(declared));
    const made = isVariable ? declared.initializer : declared;
    if (!made || others.length > 0 || !ts.isFunctionLike(made) || !this.#isOfProject(made)) return undefined;
    const { asteriskToken, body, modifiers } = made as ts.FunctionLikeDeclaration;
    const isAsync = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
    if (asteriskToken || isAsync || !body) return undefined;
    const returned = returnedExpressions({ ...made, body } as never);
    return returned.length > 0 ? returned : undefined;
  }

  #ofSymbol(symbol: ts.Symbol, member: ts.PropertyAccessExpression | undefined): Found {
    const declarations = symbol.declarations ?? [];
    if (member && this.assignments.isReplaced(symbol.name)) return undefined;
    const declared = ofAll(declarations, (one) => this.#ofDeclaration(one, member));
    const untyped = member ? this.assignments.toUntyped(symbol.name) : [];
    return declared && [...declared, ...this.assignments.to(symbol), ...untyped];
  }

  #ofDeclaration(node: ts.Declaration, member: ts.PropertyAccessExpression | undefined): Found {
    if (!this.#isOfProject(node) || (ts.isClassElement(node) && this.given.isOfHeirs(node))) return undefined;
    if (ts.isVariableDeclaration(node)) {
      const loop = node.parent.parent;
      if (ts.isForOfStatement(loop)) return listedIn(this.project, this.assignments, loop.expression);
      return ts.isForInStatement(loop) ? undefined : [node.initializer ?? []].flat();
    }
    if (ts.isPropertyDeclaration(node) || ts.isEnumMember(node)) return [node.initializer ?? []].flat();
    if (ts.isPropertyAssignment(node)) return [node.initializer];
    if (ts.isShorthandPropertyAssignment(node)) return [node.name];
    if (ts.isParameter(node)) return this.#ofParameter(node);
    if (ts.isBindingElement(node)) return this.#ofBinding(node);
    if (ts.isGetAccessor(node)) return returnedExpressions(node);
    if (ts.isPropertySignature(node)) return member && this.#propertyOf(member.expression, member.name.text);
    // Of a field that plain JavaScript sets, its assignments are all there is.
    return ts.isBinaryExpression(node) || ts.isPropertyAccessExpression(node) ? [] : undefined;
  }

  #ofParameter(node: ts.ParameterDeclaration): Found {
    const given = this.given.of(node);
    return given && [...given, ...(node.initializer ? [node.initializer] : [])];
  }

  #ofBinding(node: ts.BindingElement): Found {
    const owner = node.parent.parent;
    if (node.dotDotDotToken || !ts.isObjectBindingPattern(node.parent)) return undefined;
    const whole = ts.isVariableDeclaration(owner)
      ? owner.initializer && [owner.initializer]
      : ts.isParameter(owner)
        ? this.#ofParameter(owner)
        : undefined;
    const values = whole && ofAll(whole, (one) => this.#propertyOf(one, keyOf(node)));
    return values && [...values, ...(node.initializer ? [node.initializer] : [])];
  }

  /** What a property of an object may be, wherever that is written out, or set by whoever has it. */
  #propertyOf(given: ts.Expression, key: string): Found {
    const values = this.#writtenOf(given, key);
    return values && [...values, ...this.assignments.toUntyped(key)];
  }

  #writtenOf(given: ts.Expression, key: string): Found {
    const node = bareValue(given);
    const next = (one: ts.Expression): Found => this.#writtenOf(one, key);
    if (ts.isObjectLiteralExpression(node)) return this.#inLiteral(node, key);
    if (isNothing(node)) return [];
    const alternatives = alternativesOf(node);
    if (alternatives) return ofAll(alternatives, next);
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
      const origins = this.ofName(node);
      return origins && ofAll(origins, next);
    }
    if (!ts.isCallExpression(node)) return undefined;
    const callee = node.expression.getText();
    if (/^Object\.(?:assign|freeze|seal)$/.test(callee)) return ofAll(node.arguments, next);
    const returned = this.ofCall(node);
    return returned && ofAll(returned, next);
  }

  #inLiteral({ properties }: ts.ObjectLiteralExpression, key: string): Found {
    return ofAll(properties, (property) => {
      if (ts.isSpreadAssignment(property)) return this.#writtenOf(property.expression, key);
      const { name } = property;
      if (!ts.isIdentifier(name) && !ts.isStringLiteral(name)) return undefined;
      if (name.text !== key) return [];
      if (ts.isPropertyAssignment(property)) return [property.initializer];
      return ts.isShorthandPropertyAssignment(property) ? [property.name] : undefined;
    });
  }

  #symbolAt(node: ts.Identifier | ts.PropertyAccessExpression): ts.Symbol | undefined {
    const { checker } = this.project;
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(ts.isPropertyAccessExpression(node) ? node.name : node);
    const isAlias = symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    return isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  }

  #isOfProject(node: ts.Node): boolean {
    return this.project.files.has(node.getSourceFile().fileName);
  }
}
