import { existsSync, readFileSync } from 'node:fs';

/** What a package.json says, as far as it can be read; `undefined` where there is none. */
export function readManifest(path: string): Readonly<Record<string, unknown>> | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    return (JSON.parse(text) as Readonly<Record<string, unknown>> | null) ?? {};
  } catch {
    return {};
  }
}
