export const hand = 'right';
