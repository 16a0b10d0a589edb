import { ts } from 'ts-morph';
import { hasFlowPragma } from './flow-pragma.js';

/** Flow's types are near enough to TypeScript's to be read as such; what is not is told by {@link findUnread}. */
export function scriptKindOf(text: string): { scriptKind?: ts.ScriptKind } {
  return hasFlowPragma(text) ? { scriptKind: ts.ScriptKind.TSX } : {};
}

/** Why TypeScript cannot follow a file, be it that another parser can read it; `undefined` where it can. */
export function findUnread(file: ts.SourceFile): string | undefined {
  const { parseDiagnostics = [] } = file as { parseDiagnostics?: readonly ts.Diagnostic[] };
  const [diagnostic] = parseDiagnostics;
  if (!diagnostic) return undefined;
  const { line } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ').replace(/\.$/, '');
  return `has syntax that cannot be followed (line ${line + 1}: ${message})`;
}

/** The same for a text that is in no project. */
export function findUnreadText(path: string, text: string): string | undefined {
  const { scriptKind } = scriptKindOf(text);
  return findUnread(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false, scriptKind));
}
