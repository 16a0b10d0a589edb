// What codemod's own engine is timed with: the pattern of the most common construction, without any proof.
export default function transform(root) {
  const tree = root.root();
  const found = tree.findAll({ rule: { pattern: 'new Piscina($$$OPTIONS)' } });
  const edits = found.map((node) => node.replace(node.text().replace('Piscina', 'TracedThreadPoolExecutor')));
  return edits.length > 0 ? tree.commitEdits(edits) : null;
}
