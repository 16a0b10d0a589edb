// Writes the table of the pool libraries that are supported: to a file that has a place for it, or to the terminal.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertTable } from './markdown-table.js';
import { findSupport } from './support-facts.js';
import { formatSupport } from './support-table.js';

const [path] = process.argv.slice(2);
const table = formatSupport(findSupport(join(__dirname, '..', '..')));
if (path === undefined) process.stdout.write(table);
else writeFileSync(path, insertTable(readFileSync(path, 'utf8'), 'pools', table));
