import { readdirSync, readFileSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import type { Skip } from '../contracts.js';
import { isClosedFolder, isVendoredFolder, toVendoredSkip } from './ignore-paths.js';

export interface Walk {
  /** Relative to the folder, with forward slashes. */
  readonly files: readonly string[];
  readonly skipped: readonly Skip[];
}

interface Rules {
  /** The path, ending in a slash, of the folder whose .gitignore it is; empty for the top. */
  readonly base: string;
  readonly rules: Ignore;
}

function isIgnored(path: string, chain: readonly Rules[]): boolean {
  let isOut = false;
  // The nearest .gitignore decides last, as in git.
  for (const { base, rules } of chain) {
    const { ignored, unignored } = rules.test(path.slice(base.length));
    isOut = ignored || (isOut && !unignored);
  }
  return isOut;
}

/** Lists a folder without git: nested .gitignore files are honoured where asked for, links to folders are not followed. */
export function walkFiles(folder: string, { gitignore }: { readonly gitignore: boolean }): Walk {
  const files: string[] = [];
  const skipped: Skip[] = [];

  function readRules(base: string, entries: readonly Dirent[]): readonly Rules[] {
    if (!gitignore || !entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return [];
    return [
      {
        base,
        rules: ignore({ ignorecase: false }).add(readFileSync(join(folder, base, '.gitignore'), 'utf8')),
      },
    ];
  }

  function enter(base: string, outer: readonly Rules[]): void {
    let entries: Dirent[];
    let chain: readonly Rules[];
    try {
      entries = readdirSync(join(folder, base), { withFileTypes: true });
      chain = [...outer, ...readRules(base, entries)];
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      skipped.push({ path: base.slice(0, -1) || '.', reason: `is a folder that cannot be read (${code})` });
      return;
    }
    for (const entry of entries) {
      const path = base + entry.name;
      if (!entry.isDirectory()) {
        if (!isIgnored(path, chain)) files.push(path);
      } else if (!isClosedFolder(entry.name) && !isIgnored(`${path}/`, chain)) {
        if (isVendoredFolder(entry.name)) skipped.push(toVendoredSkip(path));
        else enter(`${path}/`, chain);
      }
    }
  }

  enter('', []);
  return { files, skipped };
}
