import { createHash } from 'node:crypto';
import type { Site } from '../engine/contracts.js';

const LENGTH = 32;

/**
 * What tells each site from the others in its file, by ids, however lines move: its kind, the code of its line, and which
 * of those that are the same it is.
 */
export function createFingerprints(
  sites: readonly Site[],
  lineOf: (site: Site) => string,
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const fingerprints = new Map<string, string>();
  for (const site of sites) {
    const code = lineOf(site).replace(/\s+/g, ' ').trim();
    const key = JSON.stringify([site.path, site.kind, code]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const hash = createHash('sha256').update(JSON.stringify([site.kind, code, count]));
    fingerprints.set(site.id, hash.digest('hex').slice(0, LENGTH));
  }
  return fingerprints;
}
