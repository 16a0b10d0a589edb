import { buildTraceTrees, listPaths, renderTraceTree } from '../../demo/trace-tree.js';
import { makeServerSpan, makeSpan } from './spans.js';

const server = makeServerSpan();
const first = makeSpan({
  spanId: '1',
  parentSpanId: 'server',
  name: 'thumbnail',
  attributes: { 'thread.name': 'worker-4' },
});
const inner = makeSpan({ spanId: '2', parentSpanId: '1', name: 'resize', attributes: { 'thread.id': 7 } });
const later = makeSpan({
  spanId: '3',
  parentSpanId: 'server',
  name: 'hash',
  startNanos: 6_000_000n,
  error: 'no image',
});

describe('buildTraceTrees', () => {
  it('draws each span under its parent, by start time, in whatever order they came', () => {
    const trees = buildTraceTrees([later, inner, server, first]);
    expect(trees.flatMap((tree) => renderTraceTree(tree, '> '))).toEqual([
      '> GET /x  7.0 ms',
      '> ├─ thumbnail  2.0 ms  [worker-4]',
      '> │  └─ resize  2.0 ms  [7]',
      '> └─ hash  1.0 ms  error: no image',
    ]);
  });

  it('orders spans that start together by their ids', () => {
    const twins = ['b', 'a', 'c'].map((spanId) => makeSpan({ spanId, name: spanId }));
    expect(buildTraceTrees(twins).map(({ span }) => span.name)).toEqual(['a', 'b', 'c']);
  });

  it('makes a span whose parent is missing a root of its own', () => {
    const trees = buildTraceTrees([server, inner]);
    expect(trees.map(({ span }) => span.name)).toEqual(['GET /x', 'resize']);
    expect(trees.every(({ children }) => children.length === 0)).toBe(true);
  });
});

describe('listPaths', () => {
  it('names every span below a node by the names that lead there', () => {
    const [tree] = buildTraceTrees([server, first, inner, later]);
    expect(tree && listPaths(tree).map(({ path }) => path)).toEqual([
      'thumbnail',
      'thumbnail/resize',
      'hash',
    ]);
  });
});
