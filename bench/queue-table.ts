import { formatTable } from './markdown-table.js';
import type { Measured } from './queue-measure.js';
import type { QueueRow } from './queue-rows.js';

const count = ({ right, requests }: Measured['before']): string => `${right} of ${requests}`;

function toCells({ row, before, after, isChanged }: Measured): string[] {
  return [row.library, row.form, count(before), isChanged ? count(after) : 'not changed'];
}

/** A Markdown table; versions that came out alike share a row. */
export function formatQueues(measured: readonly Measured[]): string {
  const versions = new Map<string, string[]>();
  for (const one of measured) {
    const key = JSON.stringify(toCells(one));
    versions.set(key, [...(versions.get(key) ?? []), one.version]);
  }
  const body = [...versions].map(([key, own]) => {
    const [library = '', ...cells] = JSON.parse(key) as string[];
    return [library, own.join(', '), ...cells];
  });
  return formatTable(['library', 'versions', 'by', 'right before', 'right after'], body);
}

/** What is not as it should be, for people; nothing where all is. */
export function findFaults({ row, version, before, after, isChanged }: Measured): string[] {
  const name = `${row.library} ${version} (${row.form})`;
  const isLosing = before.right < before.requests;
  const faults: string[] = [];
  if (JSON.stringify([before.answers, before.order]) !== JSON.stringify([after.answers, after.order]))
    faults.push(`${name} answers otherwise, or in another order`);
  if (isLosing && !isExcused(row) && after.right < after.requests) faults.push(`${name} is still wrong`);
  if (!isLosing && isChanged) faults.push(`${name} was right, and was changed`);
  return faults;
}

function isExcused({ isLeftAlone = false }: QueueRow): boolean {
  return isLeftAlone;
}
