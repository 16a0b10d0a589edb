const { startBaker } = require('./bakers');
const { inject } = require('traced-pool/context');

const baker = startBaker();
exports.bake = async (loaf) => {
  await null;
  baker.send(inject({ loaf }));
};
