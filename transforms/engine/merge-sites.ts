import type { Site } from './contracts.js';
import type { FamilyFindings } from './family.js';

/** How much a family knows of a place: what may be a pool to one may be proven to be another's. */
function rankOf({ outcome, code }: Site): number {
  if (outcome === 'rewritten') return 3;
  if (outcome === 'already-traced') return 2;
  return code === 'unproven-receiver' ? 0 : 1;
}

/** Leaves each place to the family that knows most of it, and to the first of those that know the same. */
export function mergeSites<F extends FamilyFindings>(findings: readonly F[]): F[] {
  const owners = new Map<string, { readonly owner: F; readonly rank: number }>();
  for (const owner of findings) {
    for (const site of owner.sites) {
      const rank = rankOf(site);
      const known = owners.get(site.id);
      if (!known || rank > known.rank) owners.set(site.id, { owner, rank });
    }
  }
  return findings.map((one) => {
    const isOwn = (id: string): boolean => owners.get(id)?.owner === one;
    return {
      ...one,
      sites: one.sites.filter(({ id }) => isOwn(id)),
      proofs: new Map([...one.proofs].filter(([id]) => isOwn(id))),
    };
  });
}
