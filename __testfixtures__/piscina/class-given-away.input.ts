import { Piscina } from 'piscina';
import { container, withLogging } from './container.js';

container.register('kiln', Piscina);
const Logged = withLogging(Piscina);
const kiln = new Logged();

export const fire = (kiln: Piscina, pot: string) => kiln.run(pot);
export const glaze = { provide: 'glaze', useClass: Piscina };
export { kiln };
