import { familyNames } from '../../dist/families.js';
import { checkFixture } from '../../dist/testing.js';
import { fixtureFamilies, readFixtures } from '../support/fixtures.js';

test('every family has fixtures, a third of them negative', () => {
  expect(fixtureFamilies()).toEqual(familyNames());
  for (const family of fixtureFamilies()) {
    const cases = readFixtures(family);
    const negative = cases.filter(({ sites }) => sites === undefined || !sites.includes(' rewritten'));
    expect(cases.length).toBeGreaterThanOrEqual(20);
    expect(negative.length).toBeGreaterThanOrEqual(cases.length / 3);
  }
});

// A case that says nothing of sites has none.
const cases = fixtureFamilies()
  .flatMap(readFixtures)
  .map((fixture) => ({ ...fixture, sites: fixture.sites ?? '' }));

test.each(cases)('$family/$name comes out as it should, byte for byte, and stays so', (fixture) =>
  checkFixture(fixture),
);
