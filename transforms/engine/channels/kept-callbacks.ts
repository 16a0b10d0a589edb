import { ts } from 'ts-morph';
import type { Project } from '../project.js';
import { declarationOf } from './backlog-names.js';
import { asValue, bareValue, isProperty, propertyOf } from './value-syntax.js';

const MAX_HEIRS = 5;

/** Whether a class is, or descends from, Node.js's `AsyncResource`, whose callbacks run where it was made. */
function isAsyncResource(project: Project, node: ts.Expression, depth = 0): boolean {
  const { checker } = project;
  const symbol = checker.getSymbolAtLocation(node);
  const isAlias = symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const [declared] = (isAlias ? checker.getAliasedSymbol(symbol) : symbol)?.declarations ?? [];
  if (!declared || !ts.isClassLike(declared) || !project.files.has(declared.getSourceFile().fileName))
    return /(?:^|\.)AsyncResource$/.test(node.getText());
  const heritage = declared.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const [parent] = heritage?.types ?? [];
  return parent !== undefined && depth < MAX_HEIRS && isAsyncResource(project, parent.expression, depth + 1);
}

/**
 * Finds the functions beside a message that an `AsyncResource` is made with when it is taken out of a backlog: in the
 * listener of somebody else's reply, in whose context they would run from then on.
 */
export class KeptCallbacks {
  constructor(
    private readonly project: Project,
    /** The calls that hand in what has waited. */
    private readonly handedBack: ReadonlySet<ts.CallExpression>,
  ) {}

  /** Those beside a message that is handed in as part of an entry. */
  beside(message: ts.Expression): ts.Expression[] {
    const property = asValue(message).parent;
    if (!isProperty(property) || !ts.isObjectLiteralExpression(property.parent)) return [];
    const entry = property.parent;
    const keys = [...new Set(this.#keysIn(message.getSourceFile()))];
    return keys.flatMap((key) => {
      const value = propertyOf(entry, key);
      return value && value !== message && this.#mayBeCalled(value) ? [value] : [];
    });
  }

  #mayBeCalled(value: ts.Expression): boolean {
    const type = this.project.checker.getTypeAtLocation(value);
    if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) !== 0)
      return true;
    return (type.isUnion() ? type.types : [type]).some((one) => one.getCallSignatures().length > 0);
  }

  #keysIn(file: ts.SourceFile): string[] {
    const keys: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isNewExpression(node) && isAsyncResource(this.project, node.expression))
        keys.push(...(node.arguments ?? []).flatMap((one) => this.#keysOf(one)));
      const isBind =
        ts.isCallExpression(node) && /(?:^|\.)AsyncResource\.bind$/.test(node.expression.getText());
      if (isBind) keys.push(...node.arguments.flatMap((one) => this.#keysOf(one)));
      ts.forEachChild(node, visit);
    };
    visit(file);
    return keys;
  }

  /** The properties of an entry that an expression may be. */
  #keysOf(given: ts.Expression): string[] {
    const node = bareValue(given);
    if (ts.isPropertyAccessExpression(node)) return [node.name.text];
    const declared = ts.isIdentifier(node) ? declarationOf(this.project, node) : undefined;
    if (!declared) return [];
    if (ts.isBindingElement(declared)) return [(declared.propertyName ?? declared.name).getText()];
    if (!ts.isParameter(declared)) return [];
    const index = declared.parent.parameters.indexOf(declared);
    return [...this.handedBack].flatMap((call) => {
      const argument = this.#isCallOf(call, declared.parent) ? call.arguments[index] : undefined;
      return argument ? this.#keysOf(argument) : [];
    });
  }

  #isCallOf({ expression }: ts.CallExpression, owner: ts.SignatureDeclaration): boolean {
    const declared = declarationOf(this.project, expression);
    const isVariable = declared && (ts.isVariableDeclaration(declared) || ts.isPropertyDeclaration(declared));
    return declared === owner || (isVariable === true && declared.initializer === owner);
  }
}
