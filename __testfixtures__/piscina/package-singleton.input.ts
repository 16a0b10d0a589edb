// Wraps a pool like those of 'piscina'.
import { winery } from '@acme/winery';

export const press = (grape: string) => winery.run(grape);
