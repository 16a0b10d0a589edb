const { startBaker } = require('./bakers');

const baker = startBaker();
exports.bake = async (loaf) => {
  await null;
  baker.send({ loaf });
};
