import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Budget, Row } from './row.js';

/** What is measured, in the order of the table: modules of `measures/`, and how many seconds each may take. */
export const MEASURES: Readonly<Record<string, number>> = {
  'submit-without-sdk': 20,
  'submit-in-context': 25,
  'submit-with-span': 20,
  'submit-payloads': 75,
  'map-tiny': 35,
  'map-timed': 50,
  relay: 12,
  'worker-start': 15,
  bind: 10,
  codemod: 20,
};

/** Runs a measure in a process of its own, so that none finds what another has left: an SDK, a heap, warm code. */
export async function runMeasure(name: string, { seconds, isShort }: Budget): Promise<Row[]> {
  const words = [
    join(__dirname, 'measure-process.js'),
    name,
    String(seconds),
    ...(isShort ? ['--short'] : []),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return JSON.parse(stdout) as Row[];
}
