let tannery;

function getTannery() {
  const { TracedThreadPoolExecutor } = require('traced-pool');
  return (tannery ??= new TracedThreadPoolExecutor({ filename: require.resolve('./tannery') }));
}

module.exports = {
  tan: (hide) => getTannery().submit(hide, { name: 'tan' }),
};
