import { fixtureFamilies, readFixtures } from '../support/fixtures.js';
import { runProgram } from '../support/run-program.js';
import { removeScratchFolders } from '../support/scratch.js';
import { formatSpanTrees } from '../support/span-tree.js';

afterAll(removeScratchFolders);

const cases = fixtureFamilies()
  .flatMap(readFixtures)
  .filter(({ trace }) => trace !== undefined);

test('there are programs to run', () => {
  expect(cases.length).toBeGreaterThanOrEqual(8);
});

describe.each(cases)('$family/$name', ({ input, output, trace }) => {
  test('does the same after the migration, and only then keeps its traces', async () => {
    const [before, after] = await Promise.all([runProgram(input), runProgram({ ...input, ...output })]);
    expect(before.exitCode).toBe(0);
    expect(before.stdout).not.toBe('');
    expect({ stdout: after.stdout, stderr: after.stderr, exitCode: after.exitCode }).toEqual({
      stdout: before.stdout,
      stderr: before.stderr,
      exitCode: before.exitCode,
    });
    expect(formatSpanTrees(after.spans)).toBe(trace);
    expect(formatSpanTrees(before.spans)).not.toBe(trace);
  });
});
