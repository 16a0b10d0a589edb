process.on('message', (blank: { weight: number }) => {
  process.send!({ blank, coined: true });
  process.send?.('done');
});
