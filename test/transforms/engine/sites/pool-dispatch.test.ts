import { isVerb, verbTexts } from '../../../../transforms/engine/sites/pool-dispatch.js';

const BY_VERB = { from: 'execute', to: 'submit', kept: ['mapExecute'] };
const BY_METHOD = { anyBut: ['end'] };

it.each([
  ['execute', true],
  ['mapExecute', true],
  ['submit', false],
])('a verb of the library dispatches, and no other: %s', (name, expected) => {
  expect(isVerb(BY_VERB, name)).toBe(expected);
});

it.each([
  ['lint', true],
  ['end', false],
  ['_callFunction', false],
  ['hasOwnProperty', false],
])("a worker's methods dispatch, and none of the library's own: %s", (name, expected) => {
  expect(isVerb(BY_METHOD, name)).toBe(expected);
});

it('a file can only dispatch if it has a verb in it, or any call', () => {
  expect([verbTexts(BY_VERB), verbTexts(BY_METHOD)]).toEqual([['execute', 'mapExecute'], ['(']]);
});
