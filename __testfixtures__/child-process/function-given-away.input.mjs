import { fork } from 'node:child_process';
import { withRetries } from 'some-retries';

export const start = withRetries(fork);
export const starters = { fork };
