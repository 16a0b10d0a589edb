import type { ts } from 'ts-morph';
import type { Edit, ProofStep, Site, SiteKind, Tie } from '../contracts.js';
import type { ProofPlace } from '../proof/proof-trail.js';
import type { Project } from '../project.js';
import type { ProjectFile } from '../project-options.js';
import { toLabel } from '../labels.js';
import type { Span } from '../edits/text-spans.js';

type SiteDetails = Pick<Site, 'kind' | 'outcome'> & Partial<Pick<Site, 'variant' | 'code' | 'reason'>>;

/** Gathers what one family finds. */
export class SiteList {
  readonly sites = new Map<string, Site>();
  readonly edits = new Map<string, Edit[]>();
  readonly links = new Map<string, Set<string>>();
  readonly proofs = new Map<string, ProofStep[]>();
  readonly ties: Tie[] = [];

  constructor(
    private readonly project: Project,
    private readonly family: string,
  ) {}

  /** A path as in reports. */
  labelOf(path: string): string {
    return toLabel(this.project.root, path);
  }

  idOf(node: ts.Node, kind: SiteKind): string {
    return this.#locate(node, kind).id;
  }

  /** Whether somebody wants a site at a node to stay as it is. */
  isDeclined(node: ts.Node, kind: SiteKind): boolean {
    const { declined } = this.project;
    return declined.size > 0 && declined.has(this.idOf(node, kind));
  }

  /** `path:line`, for people. */
  placeOf(node: ts.Node): string {
    const { file, line } = this.#locate(node, 'dispatch');
    return `${file.label}:${line}`;
  }

  /** Records a site at a node, once; a site that is there already stays as it is. Returns its id. */
  add(node: ts.Node, { kind, outcome, variant = null, code = null, reason = null }: SiteDetails): string {
    const { id, file, line, column } = this.#locate(node, kind);
    const { family } = this;
    if (!this.sites.has(id)) {
      this.sites.set(id, {
        id,
        path: file.label,
        line,
        column,
        family,
        kind,
        variant,
        outcome,
        code,
        reason,
      });
    }
    return id;
  }

  edit(path: string, { start, end, text }: Span, site: string, kind: SiteKind): void {
    this.edits.set(path, [...(this.edits.get(path) ?? []), { start, end, text, site, kind }]);
  }

  /** Notes by which places a site was proven. */
  prove(site: string, places: readonly ProofPlace[]): void {
    const steps = places.flatMap(({ node, text, worker }) => {
      const file = this.project.files.get(node.getSourceFile().fileName);
      if (!file) return [];
      const { line } = file.source.positionAt(node.getStart());
      const code = file.source.lineAt(node.getStart()).trim();
      return { path: file.label, line, text, code, ...(worker !== undefined && { worker }) };
    });
    const seen = new Set<string>();
    const isNew = ({ path, line, text }: ProofStep): boolean => {
      const key = `${path}:${line}:${text}`;
      return !seen.has(key) && seen.add(key) !== undefined;
    };
    if (steps.length > 0) this.proofs.set(site, steps.filter(isNew));
  }

  /** Notes that two files have to change together, or not at all. */
  link(path: string, other: string): void {
    if (path === other) return;
    for (const [from, to] of [
      [path, other],
      [other, path],
    ] as const) {
      const known = this.links.get(from);
      if (known) known.add(to);
      else this.links.set(from, new Set([to]));
    }
  }

  #locate(node: ts.Node, kind: SiteKind): { id: string; file: ProjectFile; line: number; column: number } {
    const file = this.project.files.get(node.getSourceFile().fileName);
    if (!file) throw new Error(`${node.getSourceFile().fileName} does not belong to the project`);
    const { line, column } = file.source.positionAt(node.getStart());
    return { id: `${file.label}:${line}:${column}:${kind}`, file, line, column };
  }
}
