import { fork } from 'node:child_process';

export const start = (file) => fork(file, ['--quiet']);
export const library = fork(import.meta.resolve('some-library/cli'));
export const spread = (...given) => fork(...given);
library.send('first');
