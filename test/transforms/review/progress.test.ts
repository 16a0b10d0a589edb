import { analyse } from '../../../dist/engine/analyse.js';
import { familyNames, loadFamily } from '../../../dist/families.js';
import { Progress } from '../../../transforms/review/progress.js';
import { createScratchFolder, removeScratchFolders } from '../../support/scratch.js';

afterAll(removeScratchFolders);

/** What is written when each step is told at its time, in milliseconds since the start. */
function show(isTTY: boolean, steps: readonly (readonly [millis: number, step: string])[]): string {
  let [time, written] = [500, ''];
  const stream = { isTTY, columns: 20, write: (text: string) => (written += text) };
  const progress = new Progress(stream, () => time);
  for (const [millis, step] of steps) {
    time = 500 + millis;
    progress.tell(step);
  }
  progress.clear();
  return written.replaceAll('\r\u001B[K', '|');
}

it.each([
  [
    'a run that is done in a second',
    true,
    [
      [0, 'reading'],
      [999, 'looking'],
    ],
    '',
  ],
  [
    'a longer one',
    true,
    [
      [0, 'reading'],
      [1000, 'looking'],
      [2000, 'looking again and again'],
    ],
    '|looking …|looking again and a|',
  ],
  ['a longer one that is no terminal', false, [[5000, 'looking']], ''],
] as const)('%s', (_, isTTY, steps, expected) => {
  expect(show(isTTY, steps)).toBe(expected);
});

it('is told what the engine is at, up to each library', async () => {
  const root = createScratchFolder({
    'a.ts': "import { Piscina } from 'piscina';\nnew Piscina();\n",
    'b.ts': '',
  });
  const steps: string[] = [];
  await analyse({ root, targets: [root], onStep: (step) => steps.push(step) }, familyNames().map(loadFamily));
  expect(steps).toEqual([
    'searching 2 files',
    'following the imports of 1 files',
    'looking for Piscina pools in 1 files',
  ]);
});
