import { applyReferences } from './apply-references.js';
import { ConstructFinder } from './constructs.js';
import { DispatchFinder } from './dispatches.js';
import { Evaluator } from '../proof/evaluator.js';
import type { Family, FamilyFindings } from '../family.js';
import type { PoolFamilyDescription } from './pool-family.js';
import { findPoolSyntax } from './pool-syntax.js';
import type { PoolSearch } from './pool-search.js';
import type { Project } from '../project.js';
import { SiteList } from './site-list.js';
import { TypeRenames } from './type-renames.js';

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
        syntax: findPoolSyntax(definition, project),
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
