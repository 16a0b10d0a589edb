import { ts } from 'ts-morph';
import { renameReference } from '../../../../transforms/engine/edits/reference-span.js';

/** What a text becomes whose last call is one that builds. */
function rename(text: string): string {
  const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ESNext, true);
  const calls: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) calls.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const call = calls.at(-1);
  if (!call) throw new Error('there is no call');
  const reference = { node: call.expression, isType: false, executor: 'Executor', site: '', call };
  const { start, end, text: replacement } = renameReference(reference, 'Executor');
  return text.slice(0, start) + replacement + text.slice(end);
}

it.each([
  ['lib.pool(1)', 'new Executor(1)'],
  ['lib?.pool?.(1)', 'new Executor(1)'],
  ['(lib.pool)<Task>(1)', 'new Executor<Task>(1)'],
  ['typeof(lib.pool)(1)', 'typeof new Executor(1)'],
  ['lib.pool(1).exec', 'new Executor(1).exec'],
  ['lib /* a */ . pool /* b */ (1)', 'new Executor /* a */ /* b */ (1)'],
  ['lib // a\r\n\t.pool(1)', 'new Executor // a\r\n\t(1)'],
  ['lib // a\n  // b\n  .pool(1)', 'new Executor // a\n   // b\n  (1)'],
])('%s becomes a construction', (text, expected) => {
  expect(rename(text)).toBe(expected);
});
