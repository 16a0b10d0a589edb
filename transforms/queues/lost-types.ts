import { ts } from 'ts-morph';
import { isFunctionLiteral } from './job-arguments.js';
import { unwrap } from './queue-syntax.js';

/** Where a library has several signatures, the compiler cannot see through what is put around a function. */
export const UNTYPED_PARAMETERS = 'its parameters have no types of their own';

function isTypeScript(node: ts.Node): boolean {
  return /\.[mc]?tsx?$/.test(node.getSourceFile().fileName);
}

/** Whether a name's type is known better here than in a function that is made here: its variable may change until then. */
function isNarrowed(checker: ts.TypeChecker, node: ts.Identifier | ts.PropertyAccessExpression): boolean {
  const symbol = checker.getSymbolAtLocation(ts.isIdentifier(node) ? node : node.name);
  const [declaration] = symbol?.declarations ?? [];
  const isVariable = symbol && (symbol.flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Property)) !== 0;
  if (!isVariable || !declaration) return false;
  const flags = ts.isVariableDeclaration(declaration) ? ts.getCombinedNodeFlags(declaration) : 0;
  if ((flags & ts.NodeFlags.Const) !== 0) return false;
  const declared = checker.getTypeOfSymbolAtLocation(symbol, declaration);
  return declared.isUnion() && declared !== checker.getTypeAtLocation(node);
}

/** Whether a name is that of a property, which is looked at together with its object. */
function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  const isNamed = ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent);
  return isNamed && parent.name === node;
}

/** Whether an expression would have another type in a function of its own: `if (this.size) fastq(worker, this.size)`. */
export function losesType(checker: ts.TypeChecker, node: ts.Node): boolean {
  if (!isTypeScript(node) || ts.isFunctionLike(node)) return false;
  const isName = ts.isIdentifier(node) ? !isPropertyName(node) : ts.isPropertyAccessExpression(node);
  if (isName && isNarrowed(checker, node as ts.Identifier | ts.PropertyAccessExpression)) return true;
  return ts.forEachChild(node, (child) => losesType(checker, child) || undefined) ?? false;
}

/** Whether a function takes the types of its parameters from where it stands. */
export function hasUntypedParameters(node: ts.Expression): boolean {
  const job = unwrap(node);
  return isTypeScript(job) && isFunctionLiteral(job) && job.parameters.some(({ type }) => !type);
}
