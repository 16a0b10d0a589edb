import { describe, it } from 'node:test';
import { bake } from '../baker.mjs';

const doughs = ['rye', 'spelt'];
describe('orders', () => {
  it('bakes them', () => doughs.forEach(() => bake(doughs.pop())));
});
