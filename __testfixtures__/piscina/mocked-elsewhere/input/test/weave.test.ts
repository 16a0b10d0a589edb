import { weave } from '../src/weave.js';

vi.mock(import('../src/looms.js'), () => ({ loom: { run: vi.fn() } }) as never);

it('weaves', () => weave('wool'));
