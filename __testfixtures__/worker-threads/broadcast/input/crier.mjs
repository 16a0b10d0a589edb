import { listen } from './listen.mjs';

listen('crier');
