'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.default = require('./span.cjs').handler('transpiled');
