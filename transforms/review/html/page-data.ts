import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Analysis } from '../../engine/contracts.js';
import { createPatches } from '../diff.js';
import { createBlocks } from './blocks.js';
import { groupBy } from './group-by.js';
import type { PageData } from './page/data.js';

const KEY_LENGTH = 16;

/** All that the page shows, in the order of paths. */
export function createPageData(analysis: Analysis, isDryRun: boolean): PageData {
  const { root, filesScanned, files, sites, proofs, skipped, failed } = analysis;
  const { note, patches } = createPatches(analysis);
  const texts = new Map(patches.map(({ file, text }) => [file.path, text]));
  const sitesByPath = groupBy(sites, ({ path }) => path);
  const indexes = new Map(files.map(({ path }, index) => [path, index]));
  return {
    root,
    key: createHash('sha256').update(basename(root)).digest('hex').slice(0, KEY_LENGTH),
    isDryRun,
    filesScanned,
    note,
    files: files.map((file) => ({
      path: file.path,
      families: file.families,
      linked: file.linked.filter((path) => texts.has(path)).map((path) => indexes.get(path) ?? 0),
      ...createBlocks(file, texts.get(file.path) ?? '', sitesByPath.get(file.path) ?? [], proofs),
    })),
    skipped,
    failed,
  };
}
