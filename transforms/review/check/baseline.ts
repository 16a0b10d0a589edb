import { existsSync, readFileSync } from 'node:fs';
import type { Analysis, Site } from '../../engine/contracts.js';
import { UsageError } from '../usage-error.js';

const SCHEMA_VERSION = 1;

/** The places that are known to be open: by file, how many there are of each kind and text. */
interface Baseline {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly files: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What tells a place from others when the lines above it come and go: what it is, and the text of its line. */
function fingerprintsOf({ files }: Analysis): (site: Site) => string {
  const lines = new Map(files.map(({ path, before }) => [path, before.split(/\r\n?|\n/)]));
  return ({ path, line, family, kind }) => {
    const text = lines.get(path)?.[line - 1]?.trim().replace(/\s+/g, ' ') ?? '';
    return `${family} ${kind}: ${text}`;
  };
}

function isBaseline(value: unknown): value is Baseline {
  const { schemaVersion, files } = (value ?? {}) as Partial<Baseline>;
  return schemaVersion === SCHEMA_VERSION && typeof files === 'object';
}

/** @throws UsageError where there is no such file, or it is none of ours. */
export function readBaseline(path: string): Baseline {
  const advice = 'write it with --update-baseline';
  if (!existsSync(path)) throw new UsageError(`there is no baseline ${path}; ${advice}`);
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`the baseline ${path} cannot be read: ${(error as Error).message}; ${advice}`, {
      cause: error,
    });
  }
  if (!isBaseline(read)) throw new UsageError(`${path} is no baseline of this version; ${advice}`);
  return read;
}

/** The sites that a baseline does not have, in their order. Of places that are alike the last ones are the new ones. */
export function withoutKnown(sites: readonly Site[], analysis: Analysis, { files }: Baseline): Site[] {
  const fingerprint = fingerprintsOf(analysis);
  const seen = new Map<string, number>();
  return sites.filter((site) => {
    const print = fingerprint(site);
    const key = JSON.stringify([site.path, print]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const known = Object.hasOwn(files, site.path) ? files[site.path] : undefined;
    return count > (known && Object.hasOwn(known, print) ? (known[print] ?? 0) : 0);
  });
}

/** The text of a baseline that has these sites. */
export function formatBaseline(sites: readonly Site[], analysis: Analysis): string {
  const fingerprint = fingerprintsOf(analysis);
  const files = new Map<string, Map<string, number>>();
  for (const site of sites) {
    const prints = files.get(site.path) ?? new Map<string, number>();
    const print = fingerprint(site);
    files.set(site.path, prints.set(print, (prints.get(print) ?? 0) + 1));
  }
  const baseline: Baseline = {
    schemaVersion: SCHEMA_VERSION,
    files: Object.fromEntries([...files].map(([path, prints]) => [path, Object.fromEntries(prints)])),
  };
  return `${JSON.stringify(baseline, null, 2)}\n`;
}
