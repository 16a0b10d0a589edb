import { bulkhead, handleAll, retry, timeout, TimeoutStrategy, wrap } from 'cockatiel';

const again = retry(handleAll, { maxAttempts: 3 });
const guarded = wrap(again, bulkhead(1, 10));
const patient = wrap(again, timeout(100, TimeoutStrategy.Cooperative));

export const answers = [
  guarded.execute(() => 'one at a time'),
  patient.execute(() => 'at once'),
  again.execute(() => 'at once'),
];
