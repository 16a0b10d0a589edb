const { patient } = require('./patient.cjs');
const patience = require('./patient.cjs');

exports.start = async () => {
  const { weaveRequired } = await import('./loom.mjs');
  patient(() => weaveRequired('twill'));
  patience.eager(() => weaveRequired('satin'));
};
