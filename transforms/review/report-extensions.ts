/** The extensions by which `--report` chooses a format. */
export const REPORT_EXTENSIONS = ['.html', '.json', '.patch', '.sarif'] as const;

export type ReportExtension = (typeof REPORT_EXTENSIONS)[number];

const WITH_PROOFS: readonly string[] = ['.html', '.sarif'] satisfies ReportExtension[];

/** Whether a report tells how sites were proven. */
export function tellsProofs(path: string): boolean {
  return WITH_PROOFS.some((extension) => path.endsWith(extension));
}
