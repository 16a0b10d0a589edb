import { analyse } from '../../../../dist/engine/analyse.js';
import { familyNames, loadFamily } from '../../../../dist/families.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';

afterAll(removeScratchFolders);

const POOL = "import Piscina from 'piscina';\n";

async function mark(text: string): Promise<string> {
  const root = createScratchFolder({ 'a.ts': text });
  const options = { root, targets: [root], isMarked: true };
  const { files } = await analyse(options, familyNames().map(loadFamily));
  return files[0]?.after ?? text;
}

/** The marked text, with what the marks say cut down to their codes. */
async function marked(body: string): Promise<string> {
  const head = body.includes('\r\n') ? POOL.replace('\n', '\r\n') : POOL;
  const after = await mark(head + body);
  expect(await mark(after)).toBe(after);
  return after.slice(head.length).replace(/(traced-pool: [\w-]+): .*?(?=\r?\n)/g, '$1');
}

it.each([
  [
    'above its line',
    'export const f = (p) => p.run(1);\n',
    '// traced-pool: unproven-receiver\nexport const f = (p) => p.run(1);\n',
  ],
  [
    'with the indentation of its statement, which may begin above it',
    'export function f(p) {\n\treturn [\n\t\tp.run(1),\n\t];\n}\n',
    'export function f(p) {\n\t// traced-pool: unproven-receiver\n\treturn [\n\t\tp.run(1),\n\t];\n}\n',
  ],
  [
    'once for several on a line',
    'export const f = (p, q) => [p.run(1), q.run(2)];\n',
    '// traced-pool: unproven-receiver\nexport const f = (p, q) => [p.run(1), q.run(2)];\n',
  ],
  [
    'above comments that mean the line below them, and below others',
    'export function f(p) {\n  // Why.\n  // eslint-disable-next-line no-x\n  // @ts-expect-error\n  p.run(1);\n}\n',
    'export function f(p) {\n  // Why.\n  // traced-pool: unproven-receiver\n  // eslint-disable-next-line no-x\n  // @ts-expect-error\n  p.run(1);\n}\n',
  ],
  [
    'outside of templates and of what stands on one line with others',
    'export function f(p) {\n  if (p) p.go(`\n${p.run(1)}`);\n  else { p.run(2); }\n}\n',
    'export function f(p) {\n  // traced-pool: unproven-receiver\n  if (p) p.go(`\n${p.run(1)}`);\n  else { p.run(2); }\n}\n',
  ],
  [
    'above a member of a class',
    'export class A {\n  f = (p) => p.run(1);\n}\n',
    'export class A {\n  // traced-pool: unproven-receiver\n  f = (p) => p.run(1);\n}\n',
  ],
  [
    'with the line ends of the file',
    'export const f = (p) =>\r\n  p.run(1);\r\n',
    '// traced-pool: unproven-receiver\r\nexport const f = (p) =>\r\n  p.run(1);\r\n',
  ],
  ['nowhere where nothing was refused', 'export const a = 1;\n', 'export const a = 1;\n'],
])('a mark goes %s', async (_, before, after) => {
  expect(await marked(before)).toBe(after);
});

it('stands beside what is rewritten', async () => {
  const text = `${POOL}const pool = new Piscina();\npool.run((p) => p.run(1));\n`;
  expect(await mark(text)).toMatch(
    /^import \{ TracedThreadPoolExecutor \} .*\nconst pool = new Traced.*\n\/\/ traced-pool: unproven-receiver: it .*\npool\.submit\(/,
  );
});
