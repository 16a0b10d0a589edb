import * as workerpool from 'workerpool';

const pool = workerpool.pool();

export const blur = (image: ArrayBuffer) =>
  pool.exec('blur', [new workerpool.Transfer(image, [image])]);
