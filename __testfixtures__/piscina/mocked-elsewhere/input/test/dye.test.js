const proxyquire = require('proxyquire');

const { dye } = proxyquire('../src/dye', { './vats': { run: (colour) => colour } });

it('dyes', () => dye('madder'));
