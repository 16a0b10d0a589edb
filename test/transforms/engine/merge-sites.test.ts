import type { Site } from '../../../transforms/engine/contracts.js';
import type { FamilyFindings } from '../../../transforms/engine/family.js';
import { mergeSites } from '../../../transforms/engine/merge-sites.js';

function siteOf(family: string, outcome: Site['outcome'], code: string | null = null): Site {
  const place = { id: 'a.ts:1:1:dispatch', path: 'a.ts', line: 1, column: 1 };
  return { ...place, family, kind: 'dispatch', variant: null, outcome, code, reason: null };
}

function findingsOf(...sites: Site[]): FamilyFindings {
  const proofs = new Map(
    sites.map(({ id, family }) => [id, [{ path: 'a.ts', line: 1, text: family, code: '' }]]),
  );
  return { sites, ties: [], edits: new Map(), links: new Map(), proofs, dependents: [] };
}

const SUSPECT = siteOf('poolifier', 'refused', 'unproven-receiver');

it.each([
  ['what is rewritten', siteOf('workerpool', 'rewritten')],
  ['what is traced', siteOf('workerpool', 'already-traced')],
  ['what is refused for a reason of its own', siteOf('workerpool', 'refused', 'unmigrated-pool')],
])('leaves a place to the family that knows it as %s, and the proof with it', (_, known) => {
  const merged = mergeSites([findingsOf(SUSPECT), findingsOf(known)]);
  expect(merged.map(({ sites }) => sites)).toEqual([[], [known]]);
  expect(merged.map(({ proofs }) => proofs.size)).toEqual([0, 1]);
});

it('leaves what none of them knows to the first', () => {
  const other = siteOf('tinypool', 'refused', 'unproven-receiver');
  const merged = mergeSites([findingsOf(SUSPECT), findingsOf(other)]);
  expect(merged.map(({ sites }) => sites)).toEqual([[SUSPECT], []]);
});
