exports.ink = 'black';
