exports.patient = (task) => task();
const eager = (task) => task();
module.exports.eager = eager;
