/** The extensions by which `--report` chooses a format. */
export const REPORT_EXTENSIONS = ['.json', '.patch'] as const;

export type ReportExtension = (typeof REPORT_EXTENSIONS)[number];
