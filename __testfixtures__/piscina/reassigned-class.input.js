let Piscina = require('piscina');

if (process.env.IN_BAND) {
  Piscina = class {
    async run(task) {
      return task;
    }
  };
}

const pool = new Piscina({ filename: './barrel.js' });

exports.fill = (barrel) => pool.run(barrel);
