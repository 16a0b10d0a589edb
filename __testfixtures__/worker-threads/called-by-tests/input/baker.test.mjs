import { bake } from './baker.mjs';

let doughs = [];
beforeEach(() => (doughs = ['rye', 'spelt']));
it('bakes', () => bake(doughs.shift()));
