import { mixers } from './pool';

export const mix = (salve: string) => mixers.submit((mixer) => mixer.mix(salve));
