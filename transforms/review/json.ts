import type { Analysis, Edit, FileOutcome } from '../engine/contracts.js';
import { SourceText } from '../engine/source-text.js';
import { isChanged } from './changes.js';
import { countTotals } from './counts.js';

const SCHEMA_VERSION = 1;

function toReportedEdit(source: SourceText, { start, end, text, site, kind }: Edit): object {
  return { site, kind, ...source.positionAt(start), before: source.text.slice(start, end), after: text };
}

function toReportedFile(file: FileOutcome): object {
  const source = new SourceText(file.before);
  return {
    path: file.path,
    changed: isChanged(file),
    family: file.families,
    edits: file.edits.map((edit) => toReportedEdit(source, edit)),
  };
}

/** The JSON report; scripts rely on its form, which `schemaVersion` numbers. */
export function formatJson(analysis: Analysis, isDryRun: boolean): string {
  const { root, files, sites, skipped, failed } = analysis;
  const report = {
    schemaVersion: SCHEMA_VERSION,
    root,
    dryRun: isDryRun,
    files: files.map(toReportedFile),
    sites,
    skipped: [...skipped, ...failed],
    totals: countTotals(analysis),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
