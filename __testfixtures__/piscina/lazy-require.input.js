let tannery;

function getTannery() {
  const { Piscina } = require('piscina');
  return (tannery ??= new Piscina({ filename: require.resolve('./tannery') }));
}

module.exports = {
  tan: (hide) => getTannery().run(hide, { name: 'tan' }),
};
