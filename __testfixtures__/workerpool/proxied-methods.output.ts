import { TracedThreadPoolExecutor } from 'traced-pool/workerpool';

const pool = new TracedThreadPoolExecutor('./ledger.js');

export async function balance(account: string): Promise<number> {
  const ledger = await pool.proxy();
  await pool.submit('open', [account]);
  return ledger.balance(account);
}
