import { mixers } from './pool';

export const mix = (salve: string) => mixers.queue((mixer) => mixer.mix(salve));
