import workerpool from 'workerpool';

const pool = workerpool.pool('./ledger.js');

export async function balance(account: string): Promise<number> {
  const ledger = await pool.proxy();
  await pool.exec('open', [account]);
  return ledger.balance(account);
}
