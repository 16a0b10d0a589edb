import { FixedThreadPool } from 'poolifier';
import { vi } from 'vitest';

vi.mock(import('poolifier'), async (load) => ({ ...(await load()), FixedThreadPool: vi.fn() }));

export const pool = new FixedThreadPool(1, './mime.js');
