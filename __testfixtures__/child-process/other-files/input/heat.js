exports.heat = () => process.send?.('hot');
