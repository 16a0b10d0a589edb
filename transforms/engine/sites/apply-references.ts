import { ts } from 'ts-morph';
import { planImports } from '../edits/import-plan.js';
import type { ClassReference } from './class-references.js';
import type { PoolSearch } from './pool-search.js';

/** Turns references into edits, file by file, with the imports that they need; gives the files. */
export function applyReferences(
  { definition, project, list }: PoolSearch,
  references: readonly ClassReference[],
): string[] {
  const byFile = new Map<ts.SourceFile, ClassReference[]>();
  for (const reference of references) {
    const file = reference.node.getSourceFile();
    byFile.set(file, [...(byFile.get(file) ?? []), reference]);
  }
  for (const [file, own] of byFile) {
    for (const { site, isImport, ...span } of planImports(project, file, own, definition.executor.module)) {
      const served = list.sites.get(site);
      if (!isImport) {
        list.edit(file.fileName, span, site, served?.kind ?? 'construct');
        continue;
      }
      // A statement that goes takes its indentation along.
      const { length: indentation } = /^[ \t]*/.exec(file.text.slice(span.start, span.end))?.[0] ?? '';
      const at = ts.findAncestor(nodeNear(file, span.start + indentation), ts.isStatement) ?? file;
      const importSite = list.add(at, { kind: 'import', outcome: 'rewritten' });
      list.edit(file.fileName, span, importSite, 'import');
    }
  }
  return [...byFile.keys()].map(({ fileName }) => fileName);
}

/** The innermost node that an offset lies in, its end included. */
function nodeNear(file: ts.SourceFile, offset: number): ts.Node {
  let found: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (node.getStart() > offset || node.end < offset) return;
    found = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}
