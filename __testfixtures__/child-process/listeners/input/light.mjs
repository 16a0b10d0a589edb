process.on('message', (hill) => {
  setTimeout(() => process.send(hill), 5);
});
setInterval(() => process.send('tick'), 1000);
process.send('ready');
