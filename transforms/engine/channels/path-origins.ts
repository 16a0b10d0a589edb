import { ts } from 'ts-morph';
import type { Assignments } from '../proof/assignments.js';
import { returnedExpressions } from '../proof/functions.js';
import type { Project } from '../project.js';
import type { Origins } from '../sites/worker-files.js';
import { keyOf } from './backlog-names.js';
import type { FunctionUses } from './function-uses.js';
import { GivenArguments, listedIn } from './given-arguments.js';
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
  readonly #given: GivenArguments;
  #bound: ReadonlyMap<ts.ParameterDeclaration, ts.Expression> = new Map();
  readonly #active = new Set<ts.Symbol | ts.Node>();

  constructor(
    private readonly project: Project,
    private readonly assignments: Assignments,
    private readonly uses: FunctionUses,
  ) {
    this.#given = new GivenArguments(project, assignments, uses);
  }

  ofName(node: ts.Identifier | ts.PropertyAccessExpression): Found {
    const symbol = this.#symbolAt(node);
    const member = ts.isPropertyAccessExpression(node) ? node : undefined;
    if (!symbol) return member && this.#propertyOf(member.expression, member.name.text);
    return this.#once(symbol, () => this.#ofSymbol(symbol, member));
  }

  #once(of: ts.Symbol | ts.Node, find: () => Found): Found {
    if (this.#active.has(of)) return [];
    this.#active.add(of);
    const found = find();
    this.#active.delete(of);
    return found;
  }

  ofCall<T>(call: ts.CallExpression, use: (returned: ts.Expression) => T): readonly T[] | undefined {
    const found = this.#calledBy(call);
    if (!found || call.arguments.some(ts.isSpreadElement)) return undefined;
    // What this call gives, and not what all do, while its results are looked at.
    const given = found.parameters.flatMap((parameter, index) => {
      const argument = call.arguments[index];
      return argument && ts.isIdentifier(parameter.name) && !parameter.dotDotDotToken
        ? [[parameter, argument] as const]
        : [];
    });
    const before = this.#bound;
    this.#bound = new Map([...before, ...given]);
    const results = returnedExpressions(found).map(use);
    this.#bound = before;
    return results.length > 0 ? results : undefined;
  }

  /** The function of the project that a call calls, if nothing else can be in its place and it returns what it says. */
  #calledBy({ expression }: ts.CallExpression): ts.FunctionLikeDeclaration | undefined {
    if (!ts.isIdentifier(expression) && !ts.isPropertyAccessExpression(expression)) return undefined;
    const symbol = this.#symbolAt(expression);
    const [declared, ...others] = symbol?.declarations ?? [];
    if (!symbol || this.assignments.to(symbol).length > 0) return undefined;
    if (declared && ts.isClassElement(declared) && this.uses.isOfHeirs(declared)) return undefined;
    const isVariable = declared && (ts.isVariableDeclaration(declared) || ts.isPropertyDeclaration(declared));
    const made = isVariable ? declared.initializer : declared;
    if (!made || others.length > 0 || !ts.isFunctionLike(made) || !this.#isOfProject(made)) return undefined;
    const { asteriskToken, body, modifiers } = made as ts.FunctionLikeDeclaration;
    const isAsync = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
    if (asteriskToken || isAsync || !body) return undefined;
    return made as ts.FunctionLikeDeclaration;
  }

  #ofSymbol(symbol: ts.Symbol, member: ts.PropertyAccessExpression | undefined): Found {
    const declarations = symbol.declarations ?? [];
    if (member && this.assignments.isReplaced(symbol.name)) return undefined;
    const declared = ofAll(declarations, (one) => this.#ofDeclaration(one, member));
    const untyped = member ? this.assignments.toUntyped(symbol.name) : [];
    return declared && [...declared, ...this.assignments.to(symbol), ...untyped];
  }

  #ofDeclaration(node: ts.Declaration, member: ts.PropertyAccessExpression | undefined): Found {
    if (!this.#isOfProject(node) || (ts.isClassElement(node) && this.uses.isOfHeirs(node))) return undefined;
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
    const bound = this.#bound.get(node);
    if (bound) return [bound];
    const given = this.#given.of(node);
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
    return this.#once(given, () => this.#writtenIn(bareValue(given), key));
  }

  #writtenIn(node: ts.Expression, key: string): Found {
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
    return ofAll(this.ofCall(node, next) ?? [undefined], (found) => found);
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
