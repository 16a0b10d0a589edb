import { ts } from 'ts-morph';
import type { ClassReference } from './class-references.js';
import { ConstructFinder } from './constructs.js';
import { DispatchFinder } from './dispatches.js';
import { Evaluator } from '../proof/evaluator.js';
import type { Family, FamilyFindings } from '../family.js';
import { planImports } from '../edits/import-plan.js';
import { isAnyMethod, isVerb } from './pool-dispatch.js';
import type { PoolFamilyDescription } from './pool-family.js';
import type { PoolSearch } from './pool-search.js';
import type { Project } from '../project.js';
import { SiteList } from './site-list.js';
import { TypeRenames } from './type-renames.js';
import { findSyntaxSites } from './syntax-sites.js';
import type { SyntaxSites } from './syntax-sites.js';

function findSyntax(definition: PoolFamilyDescription, project: Project): Map<string, SyntaxSites> {
  const { dispatch, packages, factoryExports = [] } = definition;
  const query = {
    isVerb: (name: string): boolean => isVerb(dispatch, name),
    isLibrary: (specifier: string): boolean => packages.includes(project.packageName(specifier)),
    isAnyMethod: isAnyMethod(dispatch),
    hasFactories: factoryExports.length > 0,
  };
  const sites = new Map<string, SyntaxSites>();
  for (const path of project.files.keys()) {
    const file = project.sourceFile(path);
    if (file) sites.set(path, findSyntaxSites(file, query));
  }
  return sites;
}

function applyReferences(
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
      const at = ts.findAncestor(nodeNear(file, span.start), ts.isStatement) ?? file;
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

/** Makes the family of a library whose pool is a class: constructions and subclasses first, then the calls. */
export function createPoolFamily(definition: PoolFamilyDescription): Family {
  return {
    ...definition,
    find(project: Project): FamilyFindings {
      const list = new SiteList(project, definition.name);
      const evaluator = new Evaluator(project, definition);
      const search: PoolSearch = {
        definition,
        project,
        evaluator,
        list,
        syntax: findSyntax(definition, project),
      };
      const types = new TypeRenames(search);
      const constructs = new ConstructFinder(search, types);
      constructs.find();
      new DispatchFinder(search, constructs, types).find();
      const dependents = applyReferences(search, [...constructs.references, ...types.references]);
      return {
        sites: [...list.sites.values()],
        edits: list.edits,
        links: list.links,
        proofs: list.proofs,
        ties: list.ties,
        dependents: [...dependents, ...constructs.migratedFiles],
      };
    },
  };
}
