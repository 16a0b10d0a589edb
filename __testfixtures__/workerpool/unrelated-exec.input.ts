import { exec } from 'node:child_process';
import * as util from 'node:util';
import { cpus } from 'workerpool';

const run = util.promisify(exec);
const WORD = /\w+/g;

export function tokens(source: string, pattern: RegExp, db: { exec(sql: string): void }) {
  db.exec('BEGIN');
  for (let found = WORD.exec(source); found; found = pattern.exec(source)) console.log(found[0]);
  exec('ls');
  return run(`nproc --ignore=${cpus}`);
}

export function anything(re, connection, text) {
  return re.exec(text) ?? connection.exec(text) ?? new RegExp(text).exec(text);
}
