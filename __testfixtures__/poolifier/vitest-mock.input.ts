import { FixedThreadPool } from 'poolifier';
import { vi } from 'vitest';

vi.mock(import('poolifier'), async (load) => ({ ...(await load()), FixedThreadPool: vi.fn() }));
vi.mock('poolifier');

export const pool = new FixedThreadPool(1, './mime.js');
