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

/** What is assigned to each variable and property after its declaration, in all files of a project. */
export class Assignments {
  #byName: Map<string, ts.BinaryExpression[]> | undefined;

  constructor(private readonly project: Project) {}

  /** The right-hand sides of the assignments to a symbol. */
  to(symbol: ts.Symbol): ts.Expression[] {
    const candidates = (this.#byName ??= this.#index()).get(symbol.name) ?? [];
    return candidates.filter(({ left }) => this.#symbolOf(left) === symbol).map(({ right }) => right);
  }

  /** The left sides in the form `exports.name`, `module.exports.name` and `module.exports`, file by file. */
  #index(): Map<string, ts.BinaryExpression[]> {
    const index = new Map<string, ts.BinaryExpression[]>();
    const visit = (node: ts.Node): void => {
      if (isAssignment(node)) {
        const name = this.#symbolOf(node.left)?.name;
        if (name !== undefined) index.set(name, [...(index.get(name) ?? []), node]);
      }
      ts.forEachChild(node, visit);
    };
    for (const path of this.project.files.keys()) {
      const file = this.project.sourceFile(path);
      if (file) visit(file);
    }
    return index;
  }

  #symbolOf(left: ts.Expression): ts.Symbol | undefined {
    if (ts.isIdentifier(left)) return this.project.checker.getSymbolAtLocation(left);
    if (ts.isPropertyAccessExpression(left)) return this.project.checker.getSymbolAtLocation(left.name);
    return undefined;
  }
}
