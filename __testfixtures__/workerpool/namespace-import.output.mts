import * as workerpool from 'workerpool';
import { TracedThreadPoolExecutor } from 'traced-pool/workerpool';

const pool = new TracedThreadPoolExecutor();

export const blur = (image: ArrayBuffer) =>
  pool.submit('blur', [new workerpool.Transfer(image, [image])]);
