import { relative, resolve, sep } from 'node:path';
import type { Site } from '../../engine/contracts.js';

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** What is wrong with a place that `--check` found, in one sentence. */
export function describeOpen({ family, kind, outcome, reason }: Site): string {
  if (outcome === 'refused') return reason ?? 'it was refused';
  return `a bare ${kind} of ${family}, whose spans lose their parents; run the codemod with --write`;
}

/**
 * The sites as annotations of GitHub's: workflow commands, a line each.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 *
 * @param workspace the folder that paths are relative to.
 */
export function formatAnnotations(sites: readonly Site[], root: string, workspace: string): string {
  return sites
    .map((site) => {
      const path = relative(workspace, resolve(root, site.path)).split(sep).join('/');
      const title = `traced-pool ${site.code ?? site.kind}`;
      const properties = [`file=${escapeProperty(path)}`, `line=${site.line}`, `col=${site.column}`];
      return `::error ${properties.join(',')},title=${escapeProperty(title)}::${escapeMessage(describeOpen(site))}\n`;
    })
    .join('');
}
