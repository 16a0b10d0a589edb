import { resolve } from 'node:path';
import type { FileInfo } from 'jscodeshift';
import type { Edit } from './contracts.js';
import { EditList } from './edits/edit-list.js';
import type { Family } from './family.js';
import { parse } from './parsing/parse.js';
import { createProjectFile, Project } from './project.js';
import { findUnread } from './parsing/typescript-syntax.js';

/** Applies edits to the text they were made for. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const list = new EditList();
  for (const edit of edits) list.add(edit);
  return list.apply(text);
}

/** Makes a jscodeshift transform of a family; a file without edits comes back as `undefined`, that is, untouched. */
export function toTransform(family: Family): (file: FileInfo) => string | undefined {
  return ({ path, source }) => {
    if (!family.packages.some((name) => source.includes(name))) return undefined;
    const absolute = resolve(path);
    const file = createProjectFile(absolute, path, source);
    parse(absolute, file.source.text);
    const project = new Project({ root: resolve('.'), files: [file], ambientTypes: [family.ambientTypes] });
    const tree = project.sourceFile(absolute);
    if (!tree || findUnread(tree) !== undefined) return undefined;
    const edits = family.find(project).edits.get(absolute) ?? [];
    if (edits.length === 0) return undefined;
    return file.source.withText(applyEdits(file.source.text, edits));
  };
}
