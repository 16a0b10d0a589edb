import { ts } from 'ts-morph';

/** Names by which tasks carry a trace of their own: W3C's headers, and what applications call its parts. */
const TRACE_NAME =
  /^(?:trace[-_]?(?:id|parent|state|context|headers)|(?:parent[-_]?)?span[-_]?(?:id|context)|otel[-_]?(?:context|carrier|headers)?|b3)$/i;
const MAX_DEPTH = 3;

/** What `propagation.inject(context, carrier)` fills, and where that name means it. */
interface Carrier {
  readonly name: string;
  readonly scope: ts.Node;
}

function isCarrier(node: ts.Node, carriers: readonly Carrier[]): boolean {
  const isWithin = ({ scope }: Carrier): boolean => node.pos >= scope.pos && node.end <= scope.end;
  return ts.isIdentifier(node) && carriers.some((carrier) => carrier.name === node.text && isWithin(carrier));
}

function findTraceProperty(
  node: ts.ObjectLiteralExpression,
  carriers: readonly Carrier[],
): ts.ObjectLiteralElementLike | undefined {
  return node.properties.find((property) => {
    if (property.name && TRACE_NAME.test(property.name.getText().replace(/^["']|["']$/g, ''))) return true;
    if (ts.isShorthandPropertyAssignment(property)) return isCarrier(property.name, carriers);
    return ts.isPropertyAssignment(property) && isCarrier(property.initializer, carriers);
  });
}

/** What a file has that tells where its names come from; found by spelling, as this only ever leads to a refusal. */
class FileNames {
  readonly #variables = new Map<string, ts.Expression[]>();
  readonly #calls = new Map<string, ts.CallExpression[]>();
  readonly carriers: Carrier[] = [];

  constructor(file: ts.SourceFile) {
    const visit = (node: ts.Node): void => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
        this.#add(this.#variables, node.name.text, node.initializer);
      else if (ts.isCallExpression(node)) this.#addCall(node);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }

  initializers(name: string): readonly ts.Expression[] {
    return this.#variables.get(name) ?? [];
  }

  /** What is passed for a parameter of a function or method. */
  argumentsFor(parameter: ts.ParameterDeclaration): readonly ts.Expression[] {
    const { parent: declaration } = parameter;
    const owner =
      declaration.name ?? (ts.isVariableDeclaration(declaration.parent) && declaration.parent.name);
    if (!owner) return [];
    const index = declaration.parameters.indexOf(parameter);
    return (this.#calls.get(owner.getText()) ?? []).flatMap((call) => call.arguments[index] ?? []);
  }

  #addCall(node: ts.CallExpression): void {
    const { expression, arguments: given } = node;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    this.#add(this.#calls, name.getText(), node);
    const carrier = given[1];
    if (expression.getText().endsWith('propagation.inject') && carrier && ts.isIdentifier(carrier))
      this.carriers.push({
        name: carrier.text,
        scope: ts.findAncestor(node, ts.isFunctionLike) ?? node.getSourceFile(),
      });
  }

  #add<T>(map: Map<string, T[]>, name: string, item: T): void {
    const known = map.get(name);
    if (known) known.push(item);
    else map.set(name, [item]);
  }
}

/** Finds dispatches whose task carries a trace by hand. */
export class CarriedContexts {
  readonly #files = new Map<ts.SourceFile, FileNames>();

  /** Where the task of a call is given a trace; `undefined` where it is not. */
  find({ arguments: given }: ts.CallExpression): ts.Node | undefined {
    // Some libraries take a method's name before the task, and the arguments in an array.
    const tasks = given.flatMap((one) => (ts.isArrayLiteralExpression(one) ? [...one.elements] : [one]));
    for (const task of tasks) {
      const found = this.#search(task, 0);
      if (found) return found;
    }
    return undefined;
  }

  #search(node: ts.Expression, depth: number): ts.Node | undefined {
    const names = this.#namesOf(node.getSourceFile());
    if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node))
      return this.#search(node.expression, depth);
    if (ts.isObjectLiteralExpression(node)) return findTraceProperty(node, names.carriers);
    if (!ts.isIdentifier(node) || depth > MAX_DEPTH) return undefined;
    if (isCarrier(node, names.carriers)) return node;
    const parameter = findParameter(node);
    const origins = parameter ? names.argumentsFor(parameter) : names.initializers(node.text);
    for (const origin of origins) {
      const found = this.#search(origin, depth + 1);
      if (found) return found;
    }
    return undefined;
  }

  #namesOf(file: ts.SourceFile): FileNames {
    let names = this.#files.get(file);
    if (!names) {
      names = new FileNames(file);
      this.#files.set(file, names);
    }
    return names;
  }
}

/** The parameter, of the functions around a name, that it means by its spelling. */
function findParameter(node: ts.Identifier): ts.ParameterDeclaration | undefined {
  for (let around: ts.Node = node; around.parent; around = around.parent) {
    const parameter = ts.isFunctionLike(around)
      ? around.parameters.find(({ name }) => name.getText() === node.text)
      : undefined;
    if (parameter && ts.isParameter(parameter)) return parameter;
  }
  return undefined;
}
