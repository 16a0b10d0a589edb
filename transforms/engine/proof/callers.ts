import { ts } from 'ts-morph';
import { declaredType } from './declarations.js';
import type { Proof } from './proof.js';
import { annotate, NOTHING, union, unknown } from './values.js';
import type { Value } from './values.js';

type Call = ts.CallExpression | ts.NewExpression;

function isExported(node: ts.Node): boolean {
  const statement = ts.findAncestor(node, (one) => ts.isStatement(one) && ts.isSourceFile(one.parent));
  return (
    statement !== undefined &&
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

/** What a function or class is declared as, and so what its calls name. */
function nameOf(declaration: ts.Node): ts.Identifier | ts.PrivateIdentifier | undefined {
  const named = ts.isConstructorDeclaration(declaration) ? declaration.parent : declaration;
  const { name } = named as { name?: ts.Node };
  if (name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name))) return name;
  const { parent } = named;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name : undefined;
}

/** The call that a use of a function's name is: `run(pool)`, `this.run(pool)`. */
function callAt(node: ts.Node): Call | undefined {
  const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
  const callee = isMember ? node.parent : node;
  const { parent } = callee;
  return ts.isCallOrNewExpression(parent) && parent.expression === callee ? parent : undefined;
}

/** Whether a method is its file's alone; of any other, others may call it, or put another in its place. */
function isHidden(declaration: ts.MethodDeclaration): boolean {
  const isPrivate = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) !== 0;
  return isPrivate || ts.isPrivateIdentifier(declaration.name);
}

/** Follows the parameters of functions and constructors to the arguments of their calls. */
export class Callers {
  constructor(private readonly proof: Proof) {}

  /** What a parameter may be by all calls of its function; nothing where there are none, or none passes a pool. */
  argumentFor(parameter: ts.ParameterDeclaration): Value {
    return this.#valueOf(parameter, (argument) => this.proof.evaluate(argument));
  }

  /** The same for a property of what is passed: of `pool` in `serve({ pool })`. */
  propertyFor(parameter: ts.ParameterDeclaration, name: string): Value {
    return this.#valueOf(parameter, (argument) => this.proof.propertyOf(argument, name));
  }

  /** Partial where not all calls can be seen: the function is exported, or is used as a value. */
  #valueOf(parameter: ts.ParameterDeclaration, evaluate: (argument: ts.Expression) => Value): Value {
    const { parent: declaration } = parameter;
    const index = declaration.parameters.indexOf(parameter);
    const name = nameOf(declaration);
    if (!name || parameter.dotDotDotToken) return NOTHING;
    const uses = this.#usesOf(name);
    const calls = uses.flatMap((node) => callAt(node) ?? []);
    const isShown = ts.isMethodDeclaration(declaration) ? !isHidden(declaration) : isExported(name);
    const isOpen = isShown || calls.length < uses.length;
    const values = calls.map(({ arguments: given }) => {
      const before = given?.slice(0, index + 1) ?? [];
      const argument = before[index];
      if (before.some(ts.isSpreadElement)) return unknown('it is one of several arguments');
      return argument ? evaluate(argument) : NOTHING;
    });
    const value = union(values);
    // Of a class that is passed on, each use would have to be followed.
    if (value.kind !== 'instance') return NOTHING;
    const typed = annotate(value, declaredType(parameter));
    return isOpen && typed.kind === 'instance' ? { ...typed, isPartial: true } : typed;
  }

  /** The nodes of the declaring file that mean a function, but for its declaration and its export. */
  #usesOf(name: ts.Identifier | ts.PrivateIdentifier): ts.Node[] {
    const { checker } = this.proof.project;
    const symbol = checker.getSymbolAtLocation(name);
    const found: ts.Node[] = [];
    const visit = (node: ts.Node): void => {
      const isName = ts.isIdentifier(node) || ts.isPrivateIdentifier(node);
      if (isName && node.text === name.text && node !== name && this.#means(node, symbol)) found.push(node);
      ts.forEachChild(node, visit);
    };
    visit(name.getSourceFile());
    return found;
  }

  #means(node: ts.Identifier | ts.PrivateIdentifier, symbol: ts.Symbol | undefined): boolean {
    const { checker } = this.proof.project;
    if (ts.isShorthandPropertyAssignment(node.parent))
      return checker.getShorthandAssignmentValueSymbol(node.parent) === symbol;
    return checker.getSymbolAtLocation(node) === symbol;
  }
}
