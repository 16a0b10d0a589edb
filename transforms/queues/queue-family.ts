import type { Family, FamilyFindings } from '../engine/family.js';
import type { Project } from '../engine/project.js';
import { SiteList } from '../engine/sites/site-list.js';
import { BoundJobs } from './bound-jobs.js';
import { description } from './family.js';
import { LIBRARIES } from './libraries.js';
import { QueueCalls } from './queue-calls.js';
import { QueueConstructs } from './queue-constructs.js';
import { createSearch } from './queue-search.js';
import type { QueueProject } from './queue-search.js';
import { findQueueSyntax } from './queue-syntax.js';
import type { QueueSyntax } from './queue-syntax.js';

function findSyntax(project: Project): Map<string, QueueSyntax> {
  const verbs = new Set(description.verbs);
  const syntax = new Map<string, QueueSyntax>();
  for (const path of project.files.keys()) {
    const file = project.sourceFile(path);
    if (file) syntax.set(path, findQueueSyntax(file, verbs));
  }
  return syntax;
}

/** Adds the imports that the edits need, each as a site of its own. */
function addImports({ project, list, imports }: QueueProject): void {
  for (const [path, added] of imports) {
    const file = project.sourceFile(path);
    const span = added.span();
    if (!file || !span) continue;
    const at =
      file.statements.findLast((statement) => statement.end <= span.start) ?? file.statements[0] ?? file;
    list.edit(path, span, list.add(at, { kind: 'import', outcome: 'rewritten' }), 'import');
  }
}

function find(project: Project): FamilyFindings {
  const list = new SiteList(project, description.name);
  const shared: QueueProject = {
    project,
    list,
    syntax: findSyntax(project),
    boundJobs: new BoundJobs(project),
    imports: new Map(),
    dependents: new Set(),
  };
  const texts = [...project.files.values()].map(({ source }) => source.text);
  for (const library of LIBRARIES) {
    const names = project.namesOf(library.name);
    if (!texts.some((text) => names.some((name) => text.includes(name)))) continue;
    const search = createSearch(shared, library);
    const constructs = new QueueConstructs(search);
    constructs.find();
    new QueueCalls(search, constructs).find();
  }
  addImports(shared);
  const used = [...shared.imports].flatMap(([path, { isUsed }]) => (isUsed ? [path] : []));
  return {
    sites: [...list.sites.values()],
    edits: list.edits,
    links: list.links,
    proofs: list.proofs,
    ties: list.ties,
    dependents: [...shared.dependents, ...used],
  };
}

export function createQueueFamily(): Family {
  return { ...description, find };
}
