import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { AnalysisOptions, Edit, FileOutcome, Site, Skip } from '../contracts.js';
import { EditList } from '../edits/edit-list.js';
import type { Family } from '../family.js';
import { dependencyEdit, findManifest, findRange, toAliasRange } from './manifest.js';
import { SourceText } from '../source-text.js';

interface ManifestFile {
  readonly label: string;
  readonly source: SourceText;
  readonly families: Set<string>;
  readonly edits: Edit[];
}

/** The dependency that migrated files need, in the nearest package.json of each: the one file outside the targets. */
export class ManifestEdits {
  readonly sites: Site[] = [];
  readonly failed: Skip[] = [];
  readonly #files = new Map<string, ManifestFile>();
  readonly #done = new Set<string>();
  /** The manifests by the files that need them. */
  readonly #byDependent = new Map<string, string>();

  readonly #aliases: Readonly<Record<string, string>>;
  readonly #declined: ReadonlySet<string>;

  constructor(
    private readonly root: string,
    { aliases = {}, declined = new Set() }: Pick<AnalysisOptions, 'aliases' | 'declined'> = {},
  ) {
    this.#aliases = aliases;
    this.#declined = declined;
  }

  get outcomes(): FileOutcome[] {
    return [...this.#files.values()].map(({ label, source, families, edits }) => {
      const list = new EditList();
      for (const edit of edits) list.add(edit);
      const after = source.withText(list.apply(source.text));
      const text = { before: source.raw, after };
      return { path: label, families: [...families], ...text, edits: list.toArray(), linked: [] };
    });
  }

  /** Adds the family's dependency for a file; nothing where it is there, or where there is no package.json. */
  require(path: string, family: Family): void {
    if (!family.dependency) return;
    const manifest = findManifest(dirname(path));
    const { name, range, extendsLibrary } = family.dependency;
    if (manifest !== undefined) this.#byDependent.set(path, manifest);
    if (manifest === undefined || this.#done.has(`${manifest}\0${name}`)) return;
    this.#done.add(`${manifest}\0${name}`);
    const label = relative(this.root, manifest).split(sep).join('/');
    try {
      const source = this.#files.get(manifest)?.source ?? new SourceText(readFileSync(manifest, 'utf8'));
      const others = Object.entries(this.#aliases).filter(([, known]) => family.packages.includes(known));
      const renamed = extendsLibrary ? others : [];
      const beside = [...family.packages, ...others.map(([other]) => other)];
      const span = dependencyEdit(source.text, { name, range, beside });
      if (span) this.#add(manifest, label, source, family.name, span);
      for (const [other, known] of renamed) {
        // The executor extends what goes by the library's own name.
        const own = findRange(source.text, other);
        const alias = own && { name: known, range: toAliasRange(other, own), beside: [other] };
        const aliasSpan = alias && dependencyEdit(source.text, alias);
        if (aliasSpan) this.#add(manifest, label, source, family.name, aliasSpan);
      }
    } catch (error) {
      this.failed.push({ path: label, reason: (error as Error).message });
    }
  }

  /** The outcome of a file, linked to the manifest that changes for it; a manifest alone does no harm. */
  link(outcome: FileOutcome): FileOutcome {
    const path = resolve(this.root, outcome.path);
    const { label } = this.#files.get(this.#byDependent.get(path) ?? '') ?? {};
    return label === undefined ? outcome : { ...outcome, linked: [...outcome.linked, label] };
  }

  #add(
    manifest: string,
    label: string,
    source: SourceText,
    family: string,
    span: Omit<Edit, 'site' | 'kind'>,
  ): void {
    const { line, column } = source.positionAt(span.start);
    const site = `${label}:${line}:${column}:import`;
    if (this.#declined.has(site)) return;
    const file = this.#files.get(manifest) ?? { label, source, families: new Set(), edits: [] };
    file.families.add(family);
    file.edits.push({ ...span, site, kind: 'import' });
    this.#files.set(manifest, file);
    this.sites.push({
      id: site,
      path: label,
      line,
      column,
      family,
      kind: 'import',
      variant: null,
      outcome: 'rewritten',
      code: null,
      reason: null,
    });
  }
}
