import { ts } from 'ts-morph';
import { hasFlowPragma } from './flow-pragma.js';

/** Flow's types are near enough to TypeScript's to be read as such; what is not is told by {@link findUnread}. */
export function scriptKindOf(text: string): { scriptKind?: ts.ScriptKind } {
  return hasFlowPragma(text) ? { scriptKind: ts.ScriptKind.TSX } : {};
}

/** Shorter files cannot be nested so deeply that it matters. */
const MIN_DEEP_LENGTH = 5000;
/** What walks over a tree does so by recursion, TypeScript included. */
const MAX_NESTING = 700;

function isTooDeep(file: ts.SourceFile): boolean {
  if (file.text.length < MIN_DEEP_LENGTH) return false;
  let level: ts.Node[] = [file];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_NESTING) return true;
    const next: ts.Node[] = [];
    for (const node of level) ts.forEachChild(node, (child) => void next.push(child));
    level = next;
  }
  return false;
}

/** Why TypeScript cannot follow a file, be it that another parser can read it; `undefined` where it can. */
export function findUnread(file: ts.SourceFile): string | undefined {
  const { parseDiagnostics = [] } = file as { parseDiagnostics?: readonly ts.Diagnostic[] };
  const [diagnostic] = parseDiagnostics;
  if (!diagnostic)
    return isTooDeep(file) ? 'is nested too deeply to be followed (more than 700 levels)' : undefined;
  const { line } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ').replace(/\.$/, '');
  return `has syntax that cannot be followed (line ${line + 1}: ${message})`;
}

/** The same for a text that is in no project. */
export function findUnreadText(path: string, text: string): string | undefined {
  const { scriptKind } = scriptKindOf(text);
  return findUnread(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false, scriptKind));
}
