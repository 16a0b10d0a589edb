import { makePool, open, Pools } from './pools.js';

Pools['instance'] = { run: async () => 'fired' } as never;
jest.spyOn(makePool, 'open').mockReturnValue({ run: async () => 'opened' } as never);
const pools = new Pools();
(pools as any).kiln = { run: async () => 'glazed' };

it('fires', () => Promise.all([Pools.fire('pot'), pools.glaze('pot'), open()]));
