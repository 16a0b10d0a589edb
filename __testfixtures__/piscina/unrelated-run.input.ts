import type { PiscinaTask } from 'piscina';
import { Runner } from 'some-test-runner';

const runner = new Runner();

export const created = ({ created: at }: PiscinaTask) => at;
export const start = (suites: string[]) => Promise.all(suites.map((suite) => runner.run(suite)));
