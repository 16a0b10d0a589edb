import { isAnyMethod, isVerb } from './pool-dispatch.js';
import type { PoolFamilyDefinition } from './pool-search.js';
import type { Project } from '../project.js';
import { findSyntaxSites } from './syntax-sites.js';
import type { SyntaxSites } from './syntax-sites.js';

/** The places in a project, by its files, that have the form of a library's sites. */
export function findPoolSyntax(definition: PoolFamilyDefinition, project: Project): Map<string, SyntaxSites> {
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
