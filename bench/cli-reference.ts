// Writes the reference of the command line, which is made of the table of its options.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatReference } from './cli-reference-text.js';

const repository = join(__dirname, '..', '..');
writeFileSync(join(repository, 'docs', 'cli.md'), formatReference(repository));
