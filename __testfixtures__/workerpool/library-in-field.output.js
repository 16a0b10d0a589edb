const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');
const load = () => require('workerpool');

class Shipyard {
  constructor() {
    this.library = require('workerpool');
    this.docks = new TracedThreadPoolExecutor('./dock.js');
    // the call may do more than it seems to
    this.slips = load().pool('./launch.js');
  }

  dock(ship) {
    return this.docks.submit('dock', [ship]);
  }

  launch(ship) {
    return this.slips.exec('launch', [ship]);
  }
}

module.exports = { Shipyard };
