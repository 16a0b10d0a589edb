import fc from 'fast-check';
import type { Analysis } from '../../../dist/engine/contracts.js';
import { readFixtureInputs, rewrite, rewriting } from '../../support/properties/fixture-texts.js';
import { runOnce } from '../../support/properties/runs.js';
import { runs, TIMEOUT_MILLIS } from '../../support/properties/seed.js';
import { findFaults } from '../../support/properties/soundness.js';
import { removeScratchFolders } from '../../support/scratch.js';

jest.setTimeout(TIMEOUT_MILLIS);
afterEach(removeScratchFolders);

const inputs = Object.entries(readFixtureInputs());

function decisionsOf({ sites }: Analysis): string[] {
  return sites.map(({ path, kind, outcome, variant, code }) =>
    [path, kind, outcome, variant, code].join(' '),
  );
}

test('how the fixtures are written down changes no decision', async () => {
  const known = await runOnce(Object.fromEntries(inputs));
  const decisions = decisionsOf(known);
  expect(decisions.length).toBeGreaterThan(inputs.length);
  const each = fc.array(rewriting, { minLength: inputs.length, maxLength: inputs.length });
  const property = fc.asyncProperty(each, async (rewritings) => {
    const files = inputs.map(([path, text], index) => {
      const options = rewritings[index];
      return [path, options && !path.endsWith('.json') ? rewrite(text, options) : text] as const;
    });
    const found = await runOnce(Object.fromEntries(files));
    expect(decisionsOf(found)).toEqual(decisions);
    expect(findFaults(found)).toEqual([]);
  });
  await fc.assert(property, { ...runs(2), endOnFailure: true });
});
