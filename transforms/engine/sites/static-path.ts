import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ts } from 'ts-morph';

/** What an expression for a path comes to, without being run: paths, as texts, or why it cannot be told. */
export type StaticPath = { readonly texts: readonly string[] } | { readonly unknown: string };

type Initializers = (node: ts.Identifier | ts.PropertyAccessExpression) => readonly ts.Expression[];

const UNCHANGED = /(?:^|\.)(?:fileURLToPath|toString|normalize|String|pathToFileURL)$/;
const MAX_DEPTH = 12;
const MAX_TEXTS = 100;
/** What bundlers take after a path: https://vite.dev/guide/features#import-with-query-suffixes. */
const QUERY = /\?(?:worker|sharedworker|url|nodeWorker|modulePath|raw|inline|import|&|=|\w)*$/;

function unknown(reason: string): StaticPath {
  return { unknown: reason };
}

function isText(path: StaticPath): path is { readonly texts: readonly string[] } {
  return 'texts' in path;
}

/** All texts that can be put together of one of each part. */
function combine(parts: readonly StaticPath[], toText: (texts: readonly string[]) => string): StaticPath {
  let all: readonly (readonly string[])[] = [[]];
  for (const part of parts) {
    if (!isText(part)) return part;
    all = all.flatMap((before) => part.texts.map((text) => [...before, text]));
  }
  return all.length > MAX_TEXTS ? unknown('it may be too many things') : { texts: all.map(toText) };
}

/** The text of a path in a file, with `file:` URLs as paths. */
function toPath(text: string): string {
  return text.startsWith('file:') ? fileURLToPath(text) : text;
}

function importsDesm({ statements }: ts.SourceFile): boolean {
  return statements.some(
    (one) => ts.isImportDeclaration(one) && (one.moduleSpecifier as ts.StringLiteral).text === 'desm',
  );
}

/** Tells what expressions for paths come to, as far as their text says. */
export class StaticPaths {
  /** @param results what calls of the project's functions may return; then of several alternatives each has to be told, and not any */
  constructor(
    private readonly initializers: Initializers,
    private readonly results?: (
      call: ts.CallExpression,
      next: (returned: ts.Expression) => StaticPath,
    ) => readonly StaticPath[],
  ) {}

  evaluate(node: ts.Expression, depth = 0): StaticPath {
    if (depth > MAX_DEPTH) return unknown('it is put together of too many parts');
    const next = (inner: ts.Expression): StaticPath => this.evaluate(inner, depth + 1);
    if (ts.isStringLiteralLike(node)) return { texts: [node.text.replace(QUERY, '')] };
    if (ts.isTemplateExpression(node)) {
      const parts = node.templateSpans.flatMap(({ expression, literal }) => [
        next(expression),
        { texts: [literal.text] },
      ]);
      return combine([{ texts: [node.head.text] }, ...parts], (texts) => texts.join(''));
    }
    if (ts.isBinaryExpression(node)) return this.#binary(node, next);
    if (ts.isConditionalExpression(node)) return this.#either([next(node.whenTrue), next(node.whenFalse)]);
    if (ts.isCallExpression(node)) return this.#call(node, next);
    if (ts.isNewExpression(node) && node.expression.getText() === 'URL') return this.#url(node, next);
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) return this.#name(node, next);
    if (
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isSatisfiesExpression(node)
    )
      return next(node.expression);
    return unknown('it is computed');
  }

  #binary(node: ts.BinaryExpression, next: (inner: ts.Expression) => StaticPath): StaticPath {
    const sides = [next(node.left), next(node.right)];
    const { kind } = node.operatorToken;
    if (kind === ts.SyntaxKind.PlusToken) return combine(sides, (texts) => texts.join(''));
    const isEither = kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken;
    return isEither ? this.#either(sides) : unknown('it is computed');
  }

  #url(node: ts.NewExpression, next: (inner: ts.Expression) => StaticPath): StaticPath {
    const [path, base] = node.arguments ?? [];
    if (!path) return unknown('it is computed');
    const parts = [next(path), ...(base ? [next(base)] : [])];
    return combine(parts, ([text = '', from]) =>
      from === undefined ? toPath(text) : resolve(dirname(from), toPath(text)),
    );
  }

  #call(node: ts.CallExpression, next: (inner: ts.Expression) => StaticPath): StaticPath {
    const callee = node.expression.getText().replace(/\s/g, '');
    const given = node.arguments.map(next);
    const folder = dirname(node.getSourceFile().fileName);
    // https://github.com/mcollina/desm: its `join` begins in the folder of the URL that it is given.
    if (callee === 'join' && node.arguments[0]?.getText() === 'import.meta.url')
      return importsDesm(node.getSourceFile())
        ? combine(given.slice(1), (texts) => join(folder, ...texts))
        : unknown('it comes out of a call of join');
    if (/(?:^|\.)join$/.test(callee)) return combine(given, (texts) => join(...texts));
    if (/^(?:import\.meta|require|.*[rR]equire(?:\(.*\))?)\.resolve$/.test(callee))
      return combine(given.slice(0, 1), ([text = '']) =>
        text.startsWith('.') ? resolve(folder, text) : text,
      );
    if (/(?:^|\.)resolve$/.test(callee)) return combine(given, (texts) => resolve(...texts));
    if (/(?:^|\.)dirname$/.test(callee)) return combine(given, ([text = '']) => dirname(text));
    if (UNCHANGED.test(callee)) {
      const receiver = ts.isPropertyAccessExpression(node.expression) && node.expression.expression;
      if (given.length > 0) return combine(given.slice(0, 1), ([text = '']) => toPath(text));
      return receiver ? next(receiver) : unknown('it is computed');
    }
    const results = this.results?.(node, next) ?? [];
    return results.length > 0
      ? this.#either(results)
      : unknown(`it comes out of a call of ${callee.slice(0, 40)}`);
  }

  #name(
    node: ts.Identifier | ts.PropertyAccessExpression,
    next: (inner: ts.Expression) => StaticPath,
  ): StaticPath {
    const text = node.getText();
    const file = node.getSourceFile().fileName;
    if (text === '__dirname' || text === 'import.meta.dirname') return { texts: [dirname(file)] };
    if (text === '__filename' || text === 'import.meta.filename' || text === 'import.meta.url')
      return { texts: [file] };
    if (ts.isPropertyAccessExpression(node) && /^(?:href|pathname)$/.test(node.name.text))
      return next(node.expression);
    const origins = this.initializers(node);
    return origins.length > 0
      ? this.#either(origins.map(next))
      : unknown(`\`${text.slice(0, 40)}\` is not a constant`);
  }

  /** One of several: what can be told of any of them. */
  #either(paths: readonly StaticPath[]): StaticPath {
    const told = paths.filter(isText);
    const isTold = told.length > 0 && (!this.results || told.length === paths.length);
    if (isTold) return { texts: told.flatMap(({ texts }) => texts) };
    return paths.find((path) => !isText(path)) ?? unknown('it is computed');
  }
}
