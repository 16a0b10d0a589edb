import { extname } from 'node:path';
import type { Analysis } from '../engine/contracts.js';
import { formatDiff } from './diff.js';
import { formatHtml } from './html/html.js';
import { formatJson } from './json.js';
import type { ReportExtension } from './report-extensions.js';
import { formatSarif } from './sarif.js';

const FORMATS: Readonly<Record<ReportExtension, (analysis: Analysis, isDryRun: boolean) => string>> = {
  '.html': formatHtml,
  '.json': formatJson,
  '.patch': formatDiff,
  '.sarif': formatSarif,
};

/** The text of a report, in the format that the file's extension names; `undefined` for any other extension. */
export function formatReport(path: string, analysis: Analysis, isDryRun: boolean): string | undefined {
  const formats: Readonly<Record<string, (typeof FORMATS)[ReportExtension]>> = FORMATS;
  return formats[extname(path)]?.(analysis, isDryRun);
}
