import { analyse } from '../../../../dist/engine/analyse.js';
import { loadFamily } from '../../../../dist/families.js';
import { createScratchFolder, removeScratchFolders } from '../../../support/scratch.js';

afterAll(removeScratchFolders);

const CJS = `const { Worker } = require('worker_threads');
const miller = new Worker(require('path').join(__dirname, 'grind.cjs'));
`;
const ESM = `import { Worker } from 'node:worker_threads';
const miller = new Worker(new URL('./grind.cjs', import.meta.url));
`;
const SIFT = 'function sift(flour) { miller.postMessage({ flour }); }\n';
const METHOD = 'sift(flour) { miller.postMessage({ flour }); }';
const ARROW = '(flour) => miller.postMessage({ flour })';
const GRIND = `const { parentPort } = require('worker_threads');
parentPort.on('message', () => {});
`;

/** How a function that posts goes out of its file, how it comes into another, and what it is called there. */
const forms: Record<string, readonly [mill: string, user: string, callee: string]> = {
  'as a member of what is required': [
    `${CJS}${SIFT}module.exports = { sift };`,
    "const mill = require('./mill.cjs');",
    'mill.sift',
  ],
  'out of what is required': [
    `${CJS}${SIFT}module.exports = { sift };`,
    "const { sift } = require('./mill.cjs');",
    'sift',
  ],
  'by another name in what is exported': [
    `${CJS}${SIFT}module.exports = { start: sift };`,
    "const { start: go } = require('./mill.cjs');",
    'go',
  ],
  'by another member': [
    `${CJS}${SIFT}exports.start = sift;`,
    "const mill = require('./mill.cjs');",
    'mill.start',
  ],
  'as all that is exported': [
    `${CJS}${SIFT}module.exports = sift;`,
    "const go = require('./mill.cjs');",
    'go',
  ],
  'without a name of its own': [
    `${CJS}module.exports = ${ARROW};`,
    "const go = require('./mill.cjs');",
    'go',
  ],
  'as a member without a name': [
    `${CJS}exports.start = ${ARROW};`,
    "const { start: go } = require('./mill.cjs');",
    'go',
  ],
  'as a method of what is exported': [
    `${CJS}module.exports = { ${METHOD} };`,
    "const mill = require('./mill.cjs');",
    'mill.sift',
  ],
  'imported by another name': [`${ESM}export ${SIFT}`, "import { sift as go } from './mill.mjs';", 'go'],
  'exported by another name': [
    `${ESM}${SIFT}export { sift as start };`,
    "import { start } from './mill.mjs';",
    'start',
  ],
  'by default': [`${ESM}export default ${SIFT}`, "import go from './mill.mjs';", 'go'],
  'by default, later': [
    `${ESM}${SIFT}export default sift;`,
    "import { default as go } from './mill.mjs';",
    'go',
  ],
  'by default, without a name': [`${ESM}export default ${ARROW};`, "import go from './mill.mjs';", 'go'],
  'in a namespace': [`${ESM}export ${SIFT}`, "import * as mill from './mill.mjs';", 'mill.sift'],
  'through another module': [`${ESM}export ${SIFT}`, "import { begin } from './barrel.mjs';", 'begin'],
  'in a namespace of another module': [
    `${ESM}export ${SIFT}`,
    "import { mill } from './barrel.mjs';",
    'mill.sift',
  ],
  'imported later': [`${ESM}export ${SIFT}`, "const { sift: go } = await import('./mill.mjs');", 'go'],
  'as a namespace that is imported later': [
    `${ESM}export ${SIFT}`,
    "const mill = await import('./mill.mjs');",
    'mill.sift',
  ],
  'of an instance': [
    `${ESM}export default new (class { ${METHOD} })();`,
    "import mill from './mill.mjs';",
    'mill.sift',
  ],
  'of a class by another name': [
    `${ESM}export default class Mill { ${METHOD} }`,
    "import Other from './mill.mjs'; const mill = new Other();",
    'mill.sift',
  ],
  'of a class that has no name': [
    `${ESM}export default class { static ${METHOD} }`,
    "import Other from './mill.mjs';",
    'Other.sift',
  ],
  'by the text of its name': [`${ESM}export ${SIFT}`, "import * as mill from './mill.mjs';", "mill['sift']"],
  'as a member that is set later': [
    `${ESM}const api = {};\napi.go = function sift(flour) { miller.postMessage({ flour }); };\nexport { api as default };`,
    "import mill from './mill.mjs';",
    'mill.go',
  ],
  'through require() by another name': [
    `${CJS}${SIFT}module.exports = { sift };`,
    "const load = require('node:module').createRequire(__filename);",
    "load('./mill.cjs').sift",
  ],
  'imported behind a comment': [
    `${ESM}export ${SIFT}`,
    "const mill = await import(/* webpackIgnore: true */ './mill.mjs');",
    'mill.sift',
  ],
  'out of what a function returns': [
    `${ESM}const sift = ${ARROW};\nexport const createMill = () => ({ start: sift });`,
    "import { createMill } from './mill.mjs'; const { start: go } = createMill();",
    'go',
  ],
};

async function outcomeOf(mill: string, user: string): Promise<string | undefined> {
  const extension = mill.startsWith(CJS) ? 'cjs' : 'mjs';
  const root = createScratchFolder({
    'grind.cjs': GRIND,
    [`mill.${extension}`]: mill,
    [`user.${extension}`]: user,
    'barrel.mjs':
      extension === 'mjs'
        ? "export * as mill from './mill.mjs';\nexport { sift as begin } from './mill.mjs';\n"
        : '',
  });
  const { sites } = await analyse({ root, targets: [root] }, [loadFamily('worker-threads')]);
  return sites.find(({ path, kind }) => path.startsWith('mill') && kind === 'dispatch')?.outcome;
}

describe.each(Object.entries(forms))('a function that posts, %s', (_, [mill, user, callee]) => {
  it('is found where it is given what has waited', async () => {
    const drains = `${user}\nconst sacks = [];\nprocess.stdin.on('data', (sack) => sacks.push(sack));\n`;
    expect(
      await outcomeOf(mill, `${drains}process.on('beforeExit', () => ${callee}(sacks.shift()));\n`),
    ).toBe('refused');
  });

  it('is no obstacle where it is given what comes', async () => {
    expect(await outcomeOf(mill, `${user}\nexport const handle = (sack) => ${callee}(sack);\n`)).toBe(
      'rewritten',
    );
  });
});

test.each([
  [
    'whose name is computed',
    `${ESM}export ${SIFT}`,
    "import * as mill from './mill.mjs';\nmill[process.argv[2]](sacks.shift());",
  ],
  [
    'that a pattern takes out of what is given',
    `${ESM}export ${SIFT}`,
    "import * as mill from './mill.mjs';\nconst serve = ({ sift: go }) => go(sacks.shift());\nserve(mill);",
  ],
  [
    'that calls itself by a name of its own',
    `${ESM}const sacks = [];\nexport const start = function sift(flour) { miller.postMessage({ flour }); if (flour) sift(sacks.shift()); };`,
    "import { start } from './mill.mjs';\nexport const handle = (sack) => start(sack);",
  ],
  [
    'that a timer calls, and that calls itself',
    `${ESM}const sacks = [];\nexport const later = () => setTimeout(function sift(flour) { miller.postMessage({ flour }); if (flour) sift(sacks.shift()); });`,
    "import { later } from './mill.mjs';\nexport const handle = () => later();",
  ],
])('a function %s is found where it is given what has waited', async (_, mill, user) => {
  expect(
    await outcomeOf(mill, `const sacks = [];\nexport const add = (sack) => sacks.push(sack);\n${user}\n`),
  ).toBe('refused');
});
