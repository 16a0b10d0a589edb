const path = require('path');
const { TracedThreadPoolExecutor } = require('traced-pool/jest-worker');

class Resizer {
  constructor() {
    this._farm = new TracedThreadPoolExecutor(path.join(__dirname, 'resize.js'), { exposedMethods: ['resize', 'crop'] });
  }

  run(method, ...parameters) {
    return this._farm[method].apply(this._farm, parameters);
  }

  crop(image) {
    return this._farm.crop.call(this._farm, image);
  }

  describe() {
    return this._farm.hasOwnProperty('crop') && this._farm.toString();
  }
}

module.exports = Resizer;
