import { extname } from 'node:path';
import type { Analysis, Edit, FileOutcome } from '../engine/contracts.js';
import { SourceText } from '../engine/source-text.js';
import { isChanged } from './changes.js';
import { countTotals } from './counts.js';
import { formatDiff } from './diff.js';
import type { ReportExtension } from './report-extensions.js';

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
function formatJson(analysis: Analysis, isDryRun: boolean): string {
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

const FORMATS: Readonly<Record<ReportExtension, (analysis: Analysis, isDryRun: boolean) => string>> = {
  '.json': formatJson,
  '.patch': formatDiff,
};

/** The text of a report, in the format that the file's extension names; `undefined` for any other extension. */
export function formatReport(path: string, analysis: Analysis, isDryRun: boolean): string | undefined {
  const formats: Readonly<Record<string, (typeof FORMATS)[ReportExtension]>> = FORMATS;
  return formats[extname(path)]?.(analysis, isDryRun);
}
