import { ts } from 'ts-morph';
import type { Project } from './project.js';

const ASSIGNING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
]);

function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && ASSIGNING.has(node.operatorToken.kind);
}

function leftName({ left }: ts.BinaryExpression): string | undefined {
  if (ts.isIdentifier(left)) return left.text;
  return ts.isPropertyAccessExpression(left) ? left.name.text : undefined;
}

/** The names under which the code can mean a symbol; that of a default export is not in its code. */
function namesOf({ name, declarations = [] }: ts.Symbol): ReadonlySet<string> {
  const declared = declarations.map((declaration) => ts.getNameOfDeclaration(declaration));
  const texts = declared.flatMap((node) => (node && ts.isIdentifier(node) ? node.text : []));
  return new Set([name, ...texts]);
}

/** What is assigned to each variable and property after its declaration, in all files of a project. */
export class Assignments {
  #byName: Map<string, ts.BinaryExpression[]> | undefined;

  constructor(private readonly project: Project) {}

  /** The right-hand sides of the assignments to a symbol. */
  to(symbol: ts.Symbol): ts.Expression[] {
    const index = (this.#byName ??= this.#index());
    // By name first: what a left side means costs a look at its types.
    const candidates = [...namesOf(symbol)].flatMap((name) => index.get(name) ?? []);
    return candidates.filter(({ left }) => this.#symbolOf(left) === symbol).map(({ right }) => right);
  }

  /** The assignments by what their left sides are called, file by file. */
  #index(): Map<string, ts.BinaryExpression[]> {
    const index = new Map<string, ts.BinaryExpression[]>();
    const add = (name: string, node: ts.BinaryExpression): void => {
      const nodes = index.get(name);
      if (nodes) nodes.push(node);
      else index.set(name, [node]);
    };
    const visit = (node: ts.Node): void => {
      const name = isAssignment(node) ? leftName(node) : undefined;
      if (name !== undefined) add(name, node as ts.BinaryExpression);
      ts.forEachChild(node, visit);
    };
    for (const path of this.project.files.keys()) {
      const file = this.project.sourceFile(path);
      if (file) visit(file);
    }
    // `module.exports` goes by another name.
    for (const node of index.get('exports') ?? []) {
      const name = this.#symbolOf(node.left)?.name ?? 'exports';
      if (name !== 'exports') add(name, node);
    }
    return index;
  }

  #symbolOf(left: ts.Expression): ts.Symbol | undefined {
    if (ts.isIdentifier(left)) return this.project.checker.getSymbolAtLocation(left);
    if (ts.isPropertyAccessExpression(left)) return this.project.checker.getSymbolAtLocation(left.name);
    return undefined;
  }
}
