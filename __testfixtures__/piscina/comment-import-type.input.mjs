import Piscina from 'piscina';

/** @returns {import('piscina').Piscina} a furnace */
export const light = () => new Piscina({ filename: './furnace.mjs' });
