import { ts } from 'ts-morph';
import type { Analysis, FileOutcome } from '../../../dist/engine/contracts.js';
import { findSyntaxError } from '../../../dist/engine/parsing/parse.js';

/** A site as it stands in `sites.txt` of a fixture. */
export function formatSite({
  line,
  column,
  kind,
  outcome,
  variant,
  code,
}: Analysis['sites'][number]): string {
  return [`${line}:${column}`, kind, outcome, variant ?? code].filter(Boolean).join(' ');
}

function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** Whether `after` is `before` with the edits and nothing else; told without the engine's own way to apply them. */
function findEditFault({ before, after, edits }: FileOutcome): string | undefined {
  if (before.startsWith('\uFEFF') !== after.startsWith('\uFEFF')) return 'the byte order mark changes';
  const source = withoutByteOrderMark(before);
  const result = withoutByteOrderMark(after);
  let sourceAt = 0;
  let resultAt = 0;
  for (const { start, end, text } of edits) {
    if (start < sourceAt || end < start || end > source.length)
      return `the edit ${start}-${end} is out of order`;
    const kept = source.slice(sourceAt, start);
    if (!Buffer.from(kept).equals(Buffer.from(result.slice(resultAt, resultAt + kept.length))))
      return `bytes before ${start} change without an edit`;
    if (result.slice(resultAt + kept.length, resultAt + kept.length + text.length) !== text)
      return `the edit ${start}-${end} did not come out as declared`;
    resultAt += kept.length + text.length;
    sourceAt = end;
  }
  return source.slice(sourceAt) === result.slice(resultAt) ? undefined : 'bytes after the last edit change';
}

function findParseFault(path: string, text: string): string | undefined {
  const body = withoutByteOrderMark(text);
  const { parseDiagnostics = [] } = ts.createSourceFile(
    path,
    body,
    ts.ScriptTarget.ESNext,
  ) as ts.SourceFile & {
    parseDiagnostics?: readonly ts.Diagnostic[];
  };
  const [diagnostic] = parseDiagnostics;
  if (diagnostic) return ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
  return findSyntaxError(path, body);
}

/** What is wrong with an analysis, whatever its input; each fault with the file that has it. */
export function findFaults({ files, sites, skipped, failed }: Analysis): string[] {
  const faults: string[] = [];
  const sitesById = new Map(sites.map((site) => [site.id, site]));
  if (sitesById.size !== sites.length) faults.push('two sites have the same id');
  for (const file of files) {
    const { path, before, after, edits } = file;
    const fault = findEditFault(file);
    if (fault) faults.push(`${path}: ${fault}`);
    for (const { site } of edits) {
      const served = sitesById.get(site);
      if (served?.outcome !== 'rewritten' || served.path !== path)
        faults.push(`${path}: an edit serves ${site}, which is ${served?.outcome ?? 'no site'}`);
    }
    const isJson = path.endsWith('.json');
    const broken = before === after || isJson ? undefined : findParseFault(path, after);
    if (broken) faults.push(`${path}: what comes out does not parse: ${broken}`);
    if (isJson) JSON.parse(withoutByteOrderMark(after));
  }
  const edited = new Set(files.flatMap(({ edits }) => edits.map(({ site }) => site)));
  for (const { id, outcome, code, reason } of sites) {
    if (outcome === 'rewritten' && !edited.has(id) && !id.endsWith(':import'))
      faults.push(`${id} is rewritten without an edit`);
    if (outcome === 'refused' && (!code || !reason || reason.includes('\n')))
      faults.push(`${id} is refused without a code and a reason of one line`);
  }
  for (const { path, reason } of [...skipped, ...failed])
    if (!/^[^\r\n]+$/.test(reason)) faults.push(`${path} is left out for ${JSON.stringify(reason)}`);
  return faults;
}
