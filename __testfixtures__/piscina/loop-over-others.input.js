const { move } = require('piscina');

let runner;
for (runner of [{ run: (leg) => move(leg) }]) runner.run('first');
[runner] = [{ run: (leg) => leg }];
runner.run('last');
