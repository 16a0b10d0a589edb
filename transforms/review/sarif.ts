import type { Location, Log, Notification, Result, Run } from 'sarif';
import type { Analysis, ProofStep, Site, Skip } from '../engine/contracts.js';
import { findWorkTree } from '../engine/discovery/ignore-git.js';
import type { Position } from '../engine/source-text.js';
import { VERSION } from '../engine/runtime-range.js';
import { findBase, toRelative } from './base.js';
import { createFingerprints } from './fingerprints.js';
import { createRules, describeRewrite, toRuleId } from './sarif-rules.js';
import { SiteCode } from './site-code.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const BASE_ID = '%SRCROOT%';

/** Brackets make links in the messages of SARIF (2.1.0, 3.11.6). */
function toMessage(text: string): { text: string } {
  return { text: text.replace(/[\\[\]]/g, String.raw`\$&`) };
}

function toSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Writes SARIF 2.1.0 of one analysis, as GitHub's code scanning takes it. */
class SarifWriter {
  readonly #rules = createRules();
  readonly #base: string;
  readonly #code: SiteCode;
  readonly #fingerprints: ReadonlyMap<string, string>;

  constructor(
    readonly analysis: Analysis,
    readonly isDryRun: boolean,
  ) {
    const { root, sites, files } = analysis;
    const paths = files.map(({ path }) => path);
    this.#base = findWorkTree(root) ?? findBase(root, paths);
    this.#code = new SiteCode(analysis);
    this.#fingerprints = createFingerprints(sites, (site) => this.#locate(site).code);
  }

  write(): Log {
    const { sites, skipped, failed } = this.analysis;
    const reported = sites.filter(
      ({ outcome }) => outcome === 'refused' || (this.isDryRun && outcome === 'rewritten'),
    );
    const driver = { name: 'traced-pool-codemod', semanticVersion: VERSION, rules: this.#rules };
    const toolExecutionNotifications = [
      ...skipped.map((skip) => this.#toNotification(skip, 'note')),
      ...failed.map((skip) => this.#toNotification(skip, 'error')),
    ];
    const run: Run = {
      tool: { driver },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { [BASE_ID]: { description: { text: 'The top of the checkout.' } } },
      invocations: [{ executionSuccessful: failed.length === 0, toolExecutionNotifications }],
      results: reported.map((site) => this.#toResult(site)),
    };
    return { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  }

  /** Where a site is in the file as it is on disk now, with the code of its line. */
  #locate(site: Site): Position & { readonly code: string } {
    const { line, column } = this.isDryRun ? site : this.#code.positionAfter(site);
    const code = this.isDryRun ? this.#code.lineBefore(site) : this.#code.lineAfter(site, { line, column });
    return { line, column, code };
  }

  #toResult(site: Site): Result {
    const ruleId = toRuleId(site);
    const isRefused = site.outcome === 'refused';
    const { line, column, code } = this.#locate(site);
    const region = { startLine: line, startColumn: column, snippet: { text: code.slice(column - 1) } };
    const related = this.#toRelated(this.analysis.proofs.get(site.id) ?? []);
    return {
      ruleId,
      ruleIndex: this.#rules.findIndex(({ id }) => id === ruleId),
      level: isRefused ? 'warning' : 'note',
      message: toMessage(toSentence(isRefused ? (site.reason ?? ruleId) : describeRewrite(site))),
      locations: [this.#toLocation(site.path, region)],
      ...(related.length > 0 && { relatedLocations: related }),
      partialFingerprints: { 'tracedPoolSite/v1': this.#fingerprints.get(site.id) ?? '' },
      properties: { family: site.family, kind: site.kind, variant: site.variant },
    };
  }

  #toRelated(proof: readonly ProofStep[]): Location[] {
    return proof.map(({ path, line, text }, id) => ({
      id,
      message: toMessage(text),
      ...this.#toLocation(path, { startLine: line }),
    }));
  }

  #toLocation(path: string, region?: NonNullable<Location['physicalLocation']>['region']): Location {
    const artifactLocation = { uri: this.#toUri(path), uriBaseId: BASE_ID };
    return { physicalLocation: { artifactLocation, ...(region && { region }) } };
  }

  #toNotification({ path, reason }: Skip, level: 'note' | 'error'): Notification {
    return { level, message: toMessage(`${path}: ${reason}.`), locations: [this.#toLocation(path)] };
  }

  #toUri(path: string): string {
    const label = toRelative(this.#base, this.analysis.root, path);
    // What is half of a character has no form in a URI.
    return label
      .split('/')
      .map((name) => encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD')))
      .join('/');
  }
}

/**
 * SARIF 2.1.0: a note for each site that `--write` would rewrite, a warning for each that was refused. Sites that are traced
 * already are no findings, and after `--write` those that it rewrote are none either.
 */
export function formatSarif(analysis: Analysis, isDryRun: boolean): string {
  return `${JSON.stringify(new SarifWriter(analysis, isDryRun).write(), null, 2)}\n`;
}
