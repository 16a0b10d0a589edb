import type { Analysis, Edit, SiteKind } from '../../engine/contracts.js';
import { listHunks } from './hunks.js';
import type { Hunk } from './hunks.js';

/** Hunks of which none is right without the others: they are shown together, and answered by one word. */
export interface Decision {
  readonly hunks: readonly Hunk[];
  /** The ids of the sites that stay as they are if the answer is no. */
  readonly sites: ReadonlySet<string>;
  /** The file that it is about, before all others. */
  readonly path: string;
}

/** Edits that are there for the sake of others: whether they are needed, those tell. */
const FOLLOWING: ReadonlySet<SiteKind> = new Set(['import', 'type']);

const isOwn = ({ kind }: Edit): boolean => !FOLLOWING.has(kind);

interface Group {
  readonly hunks: Hunk[];
  readonly sites: Set<string>;
}

/** The hunks that have sites of their own, those together that share one or are tied by one. */
function group(hunks: readonly Hunk[], { ties }: Pick<Analysis, 'ties'>): Group[] {
  const groups = new Set<Group>();
  const bySite = new Map<string, Group>();
  const join = (sites: Iterable<string>, own: readonly Hunk[]): void => {
    const others = new Set([...sites].flatMap((site) => bySite.get(site) ?? []));
    const joined: Group = { hunks: [...others].flatMap((other) => other.hunks), sites: new Set(sites) };
    joined.hunks.push(...own);
    for (const other of others) {
      groups.delete(other);
      for (const site of other.sites) joined.sites.add(site);
    }
    groups.add(joined);
    for (const site of joined.sites) bySite.set(site, joined);
  };
  for (const hunk of hunks) {
    const own = hunk.edits.filter(isOwn);
    if (own.length > 0) join(new Set(own.map(({ site }) => site)), [hunk]);
  }
  for (const tie of ties) if (tie.every((site) => bySite.has(site))) join(tie, []);
  return [...groups];
}

/** How near a hunk without sites of its own is to others: in their file, in one that changes with it, or nowhere. */
function distance(follower: Hunk, { hunks }: Group): number {
  if (hunks.some(({ file }) => file.path === follower.file.path)) return 0;
  const isLinked = hunks.some(
    ({ file }) => file.linked.includes(follower.file.path) || follower.file.linked.includes(file.path),
  );
  return isLinked ? 1 : 2;
}

/** @param groups those first that are to be taken where others are as near */
function nearest(follower: Hunk, groups: readonly Group[]): Group | undefined {
  const [first, ...others] = groups;
  return (
    first &&
    others.reduce((best, one) => (distance(follower, one) < distance(follower, best) ? one : best), first)
  );
}

const hasConstruct = ({ hunks }: Group): boolean =>
  hunks.some(({ edits }) => edits.some(({ kind }) => kind === 'construct'));

function toDecision({ hunks, sites }: Group, followers: readonly Hunk[]): Decision {
  const all = [...hunks, ...followers];
  const paths = [...new Set(all.map(({ file }) => file.path))];
  const sorted = all.toSorted(
    (a, b) => paths.indexOf(a.file.path) - paths.indexOf(b.file.path) || a.oldStart - b.oldStart,
  );
  return { hunks: sorted, sites, path: paths[0] ?? '' };
}

/**
 * What is to be decided: first on pools, as calls depend on them, then on calls, each in the order of the diff.
 *
 * @param isAccepted tells hunks to which the answer was yes; imports rather go with what is still open.
 */
export function findDecisions(analysis: Analysis, isAccepted: (hunk: Hunk) => boolean): Decision[] {
  const hunks = listHunks(analysis);
  const groups = group(hunks, analysis);
  const ordered = [...groups.filter(hasConstruct), ...groups.filter((one) => !hasConstruct(one))];
  const isOpen = (one: Group): boolean => !one.hunks.every(isAccepted);
  const openFirst = [...ordered.filter(isOpen), ...ordered.filter((one) => !isOpen(one))];
  const followers = new Map<Group, Hunk[]>();
  const alone: Group[] = [];
  for (const hunk of hunks.filter(({ edits }) => !edits.some(isOwn))) {
    const target = isAccepted(hunk) ? undefined : nearest(hunk, openFirst);
    if (target) followers.set(target, [...(followers.get(target) ?? []), hunk]);
    else alone.push({ hunks: [hunk], sites: new Set(hunk.edits.map(({ site }) => site)) });
  }
  return [...ordered, ...alone].map((one) => toDecision(one, followers.get(one) ?? []));
}
